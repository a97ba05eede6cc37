import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { composePictures } from '../../scripts/pictures/compose-pictures.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';

const folder = join(projectRoot, 'docs', 'pictures');
const checksums: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8'));
const maxBytes = 150_000;

test('the pictures show what the adapters post today; "npm run pictures" makes them anew', async () => {
  for (const { name, html } of await composePictures()) {
    assert.equal(readFileSync(join(folder, `${name}.html`), 'utf8'), html, name);
  }
});

test('each picture was made of the page beside it, and loads fast', () => {
  assert.deepEqual(Object.keys(checksums).sort(), [
    ...['discord-news.html', 'discord-news.png', 'discord.html', 'discord.png'],
    ...['slack-news.html', 'slack-news.png', 'slack.html', 'slack.png'],
    ...['web-answer.html', 'web-answer.png', 'web-table.html', 'web-table.png'],
  ]);
  for (const [file, checksum] of Object.entries(checksums)) {
    const path = join(folder, file);
    assert.equal(createHash('sha256').update(readFileSync(path)).digest('hex'), checksum, file);
    assert.ok(statSync(path).size < maxBytes, `${file}: ${statSync(path).size} bytes`);
  }
});
