import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { readText } from '#archive/read-issue-file.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const isWindows = process.platform === 'win32';

async function reasonFor(file: string, maxBytes = 100): Promise<string | undefined> {
  const text = await readText(file, maxBytes);
  return Array.isArray(text) ? text[0] : undefined;
}

test('of a file that is not there, the name is to be checked', async () => {
  await using folder = await makeTemporaryFolder();
  const gone = ['cannot read it: it does not exist', 'check its name'];
  assert.deepEqual(await readText(join(folder.path, '2031-W07.md'), 100), gone);
});

test('what has become a folder since it was listed is no text', async () => {
  await using folder = await makeTemporaryFolder({ 'inside/2031-W07.md': 'text' });
  assert.match((await reasonFor(join(folder.path, 'inside'))) ?? '', /expected a file, found something else/);
});

test('a pipe in the place of a file is named, and not waited for', {
  skip: isWindows && 'no pipes there',
}, async () => {
  await using folder = await makeTemporaryFolder();
  const pipe = join(folder.path, '2031-W07.md');
  execFileSync('mkfifo', [pipe]);
  assert.match((await reasonFor(pipe)) ?? '', /expected a file, found something else/);
});

test('as many bytes as are allowed are read, one more is too large', async () => {
  await using folder = await makeTemporaryFolder({ 'a.md': 'é'.repeat(50), 'b.md': `${'é'.repeat(50)}.` });
  assert.equal(await reasonFor(join(folder.path, 'a.md')), undefined);
  assert.match((await reasonFor(join(folder.path, 'b.md'))) ?? '', /too large: 101 bytes, 100 are allowed/);
});

test('the same text has the same hash wherever it lies, another has another; it is decoded as it is', async () => {
  await using folder = await makeTemporaryFolder({ 'a.md': ' é\r\n', 'b.md': ' é\r\n', 'c.md': ' é\n' });
  const [a, b, c] = await Promise.all(['a.md', 'b.md', 'c.md'].map((name) => readText(join(folder.path, name), 100)));
  assert.ok(a && b && c && !Array.isArray(a) && !Array.isArray(b) && !Array.isArray(c));
  assert.equal(a.hash, b.hash);
  assert.notEqual(a.hash, c.hash);
  assert.equal(a.decode(), ' é\r\n');
});

test('white space alone is empty, however much; text after a page of it is not', async () => {
  await using folder = await makeTemporaryFolder({ 'a.md': ' \n'.repeat(200), 'b.md': `${' \n'.repeat(200)}text` });
  assert.match((await reasonFor(join(folder.path, 'a.md'), 1000)) ?? '', /the file is empty/);
  assert.equal(await reasonFor(join(folder.path, 'b.md'), 1000), undefined);
});

test('a file that holds more than it is said to is read to its end', {
  skip: process.platform !== 'linux' && 'no such files there',
}, async () => {
  // Made while it is read, and said to be of no length at all.
  const text = await readText('/proc/self/status', 10_000);
  assert.ok(!Array.isArray(text), String(text));
  assert.match(text.decode(), /^Name:.*\n(?:.*\n)+$/);
});
