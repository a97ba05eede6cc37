import assert from 'node:assert/strict';
import { mkdtempDisposable, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { HISTORY_SIZE, openHistory } from '#platforms/terminal/keep-history.ts';

const temporaryFolder = () => mkdtempDisposable(join(tmpdir(), 'history-'));
const permissionsOf = async (path: string) => (await stat(path)).mode & 0o777;

test('what was typed is there in the next chat, the latest first, for the eyes of its owner only', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'state', 'history');
  const first = openHistory(path);
  assert.deepEqual(first.lines, []);
  for (const line of ['one', 'two', 'two', '  ', 'th\tree\u001b[2J']) first.add(line);
  assert.deepEqual(openHistory(path).lines, ['th ree [2J', 'two', 'one']);
  assert.equal(await permissionsOf(path), 0o600);
  assert.equal(await permissionsOf(join(folder.path, 'state')), 0o700);
});

test('a file that others may read is made private, and two chats at once lose nothing', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'history');
  await writeFile(path, 'zero\n', { mode: 0o644 });
  const [first, second] = [openHistory(path), openHistory(path)];
  first.add('one');
  second.add('two');
  assert.deepEqual(openHistory(path).lines, ['two', 'one', 'zero']);
  assert.equal(await permissionsOf(path), 0o600);
});

test('the file does not grow for ever', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'history');
  await writeFile(path, Array.from({ length: 5 * HISTORY_SIZE }, (_, at) => `line ${at}\n`).join(''));
  const { lines } = openHistory(path);
  assert.deepEqual([lines.length, lines[0]], [HISTORY_SIZE, `line ${5 * HISTORY_SIZE - 1}`]);
  assert.equal((await readFile(path, 'utf8')).split('\n').length, HISTORY_SIZE + 1);
});

test('a file is cut only when it is twice as long, and what was typed last is not kept twice', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'history');
  const text = Array.from({ length: 2 * HISTORY_SIZE }, (_, at) => `line ${at}\n`).join('');
  await writeFile(path, text);
  const history = openHistory(path);
  assert.deepEqual([history.lines.length, history.lines.at(-1)], [HISTORY_SIZE, `line ${HISTORY_SIZE}`]);
  history.add(`line ${2 * HISTORY_SIZE - 1}`);
  assert.equal(await readFile(path, 'utf8'), text);
});

test('where nothing can be written the chat goes on without', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'a-file'), '');
  const history = openHistory(join(folder.path, 'a-file', 'below', 'history'));
  history.add('one');
  assert.deepEqual(history.lines, []);
});
