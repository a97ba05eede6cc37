import assert from 'node:assert/strict';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { publicWeb, runCheckLinks } from '#app/command-line/check-links.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import type { LinkRules } from '#links/check-link.ts';
import { makeTemporaryFolder, writeIssue } from '../../archive/temporary-folder.ts';
import { startLocalWeb } from '../../links/local-web.ts';

async function check(request: { file?: string; folder: string }, rules: LinkRules) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const streams = { input: process.stdin, output, errors } as unknown as ProcessStreams;
  const exitCode = await runCheckLinks(request, streams, rules);
  output.end();
  errors.end();
  return { exitCode, output: await text(output), errors: await text(errors) };
}

test('names each dead link with its file and line, asks a page once, and fails', async () => {
  await using web = await startLocalWeb();
  const gone = web.at('news.example', '/status/404');
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Kettle', `See ${gone}#first or ${gone}#second or ${web.at('news.example', '/fine')}.`),
    '2031-W08.md': writeIssue('Spoon', `See ${web.at('news.example', '/status/403')}.`),
  });
  const { exitCode, output, errors } = await check({ folder: folder.path }, web.rules);
  assert.equal(
    output,
    [
      `${join(folder.path, '2031-W07.md')}:3: dead: ${gone}#first — the server answers 404`,
      `${join(folder.path, '2031-W07.md')}:3: dead: ${gone}#second — the server answers 404`,
      `${join(folder.path, '2031-W08.md')}:3: doubtful: ${web.at('news.example', '/status/403')} — the server answers 403`,
      '3 addresses: 1 alive, 1 dead, 1 doubtful, 0 not-asked',
      '',
    ].join('\n'),
  );
  assert.equal(errors, 'Asked 3 of 3 addresses.\n');
  assert.equal(exitCode, 1);

  const file = join(folder.path, '2031-W08.md');
  const one = await check({ file, folder: folder.path }, web.rules);
  assert.match(one.output, /1 address: 0 alive, 0 dead, 1 doubtful, 0 not-asked/);
  assert.equal(one.exitCode, 0);
});

test('a file that is no issue is named, and does not count as free of dead links', async () => {
  await using web = await startLocalWeb();
  await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Kettle'), 'notes.md': 'text' });
  const { exitCode, output } = await check({ folder: folder.path }, web.rules);
  assert.match(output, /notes\.md: error: file name: expected YYYY-Www\.md[\s\S]*0 addresses/);
  assert.equal(exitCode, 1);
});

test('the program itself asks nobody on this machine', async () => {
  await using web = await startLocalWeb();
  const { port } = new URL(web.at('news.example', '/'));
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Kettle', `See http://127.0.0.1:${port}/ or http://localhost:${port}/.`),
  });
  const { output } = await check({ folder: folder.path }, publicWeb);
  assert.match(output, /2 addresses: 0 alive, 0 dead, 0 doubtful, 2 not-asked/);
  assert.deepEqual(web.asked, []);
});
