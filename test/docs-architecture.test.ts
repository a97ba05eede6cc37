import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { importTable } from './architecture/import-table.ts';
import { projectRoot } from './docs/markdown-files.ts';

const page = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8');
const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

/** A platform's own folder, its name as a value or both names in a pattern, or a setting of it; what a comment says is nobody's affair. */
const namesPlatform = /#platforms\/(?:slack|discord)\/|'(?:slack|discord)'|slack\|discord|'(?:SLACK|DISCORD)_/;
const withoutComments = (source: string) => source.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

test('nothing but a platform’s own folder and the list of platforms names one', () => {
  const naming = globSync('src/**/*.ts', { cwd: projectRoot })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/^src\/platforms\/\w+\//.test(path) && namesPlatform.test(withoutComments(read(path))));
  assert.deepEqual(naming, ['src/platforms/platform-list.ts']);
});

test('ARCHITECTURE.md names the files that a new platform touches', () => {
  const section = page.split('**… a platform**')[1]?.split('**… a target**')[0] ?? '';
  for (const path of ['src/platforms/chat-platform.ts', 'src/platforms/platform-list.ts', '.env.example']) {
    assert.ok(section.includes(`\`${path}\``), path);
  }
});

test('nothing in the conversation remembers something between two calls: what does is in traffic', () => {
  const holdsState = /\bnew (?:Map|Set)\b[^;]*\(\)|\blet \w+ = 0;/;
  const stateful = globSync('src/conversation/**/*.ts', { cwd: projectRoot }).filter((path) => {
    const source = read(path);
    return /export (?:async )?function create\w+/.test(source) && holdsState.test(source);
  });
  assert.deepEqual(stateful, []);
});

test('the picture in ARCHITECTURE.md shows every folder that data passes through', () => {
  const picture = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const shown = Object.keys(importTable).filter(
    (folder) => !['spelling', 'settings', 'targets', 'links', 'platforms', 'main.ts'].includes(folder),
  );
  for (const folder of shown) {
    const name = folder.replace('platforms/', '');
    assert.ok(picture.toLowerCase().includes(name), `${folder} is not in the picture`);
  }
});
