import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { test } from 'node:test';
import { runDraftFacts } from '#app/command-line/draft-facts.ts';
import { makeTemporaryFolder, writeIssue } from '../../archive/temporary-folder.ts';

async function draft(file: string) {
  const [output, errors] = [new PassThrough(), new PassThrough()];
  const exitCode = await runDraftFacts(file, { output, errors } as never);
  return { exitCode, output: String(output.read() ?? ''), errors: String(errors.read() ?? '') };
}

test('the draft of an issue is written beside it, and what to do with it is said', async () => {
  await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Quernd', 'Quernd runs on arm64.') });
  const { exitCode, output, errors } = await draft(join(folder.path, '2031-W07.md'));
  assert.deepEqual([exitCode, errors], [0, '']);
  assert.match(
    output,
    /2031-W07\.facts\.yaml is a draft: mend each line that ends in "# \?", then run: npm run -s check-content -- \S+\n$/,
  );
  assert.ok(output.endsWith(` ${folder.path}\n`), output);
  assert.match(await readFile(join(folder.path, '2031-W07.facts.yaml'), 'utf8'), /article: Quernd[\s\S]*on: \[arm64\]/);
});

test('of an issue in the folder of a year, the folder of all issues is the one to check', async () => {
  await using folder = await makeTemporaryFolder({ 'my news/2031/2031-W07.md': writeIssue('Quernd') });
  const { output } = await draft(join(folder.path, 'my news/2031/2031-W07.md'));
  assert.ok(output.endsWith(` -- ${JSON.stringify(join(folder.path, 'my news'))}\n`), output);
});

test('what an editor has written is never written over', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-W07.facts.yaml': '# mine\n',
  });
  const { exitCode, output, errors } = await draft(join(folder.path, '2031-W07.md'));
  assert.deepEqual([exitCode, output], [1, '']);
  assert.match(errors, /facts\.yaml was not written: it is there already; move it away to draft it anew\.\n$/);
  assert.equal(await readFile(join(folder.path, '2031-W07.facts.yaml'), 'utf8'), '# mine\n');
});

test('of a file that is no issue, or that is not there, nothing is drafted and the reason is said', async () => {
  await using folder = await makeTemporaryFolder({ 'notes.md': writeIssue('Quernd'), '2031-W08.md': '' });
  for (const [name, why] of [
    ['notes.md', /file name: expected YYYY-Www\.md/],
    ['2031-W08.md', /the file is empty/],
    ['2031-W09.md', /it does not exist/],
  ] as const) {
    const { exitCode, output, errors } = await draft(join(folder.path, name));
    assert.deepEqual([exitCode, output], [1, ''], name);
    assert.match(errors, why);
  }
  assert.deepEqual((await readdir(folder.path)).sort(), ['2031-W08.md', 'notes.md']);
});
