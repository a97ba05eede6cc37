import assert from 'node:assert/strict';
import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import type { ArchiveChange } from '#archive/archive-change.ts';
import { type Archive, openArchive } from '#archive/open-archive.ts';
import { makeTemporaryFolder, writeIssue } from './temporary-folder.ts';
import { openFolder, quiet, timeout, watchArchive } from './watch-archive.ts';

const ids = ({ current }: Archive) => current.issues.map(({ id }) => id);
const headings = ({ current }: Archive) => current.issues.map(({ articles }) => articles[0]?.heading);

test('opens a folder that is missing, with a problem and no issue', async () => {
  await using folder = await makeTemporaryFolder();
  await using archive = await openFolder(folder, join(folder.path, 'content'));
  assert.deepEqual(ids(archive), []);
  assert.match(archive.problems[0]?.message ?? '', /does not exist/);
});

suite('while watched', { timeout }, () => {
  test('takes in a new issue, in a new folder, too', async () => {
    await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble') });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const before = archive.current;
    const change = await after(() => folder.write('2018/01/2018-W01.md', writeIssue('Slate')));
    assert.deepEqual(change, { added: ['2018-W01'], changed: [], removed: [] });
    assert.deepEqual(ids(archive), ['2017-W41', '2018-W01']);
    assert.equal(before.issues.length, 1);
  });

  test('takes in a changed issue, and leaves all others as they were', async () => {
    await using folder = await makeTemporaryFolder({
      '2017-W41.md': writeIssue('Pebble'),
      '2017-W42.md': writeIssue('Slate'),
    });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const [untouched] = archive.current.issues;
    const change = await after(() => folder.write('2017-W42.md', writeIssue('Granite')));
    assert.deepEqual(change, { added: [], changed: ['2017-W42'], removed: [] });
    assert.deepEqual(headings(archive), ['Pebble', 'Granite']);
    assert.equal(archive.current.issues[0], untouched);
  });

  test('takes in a file that an editor saves by renaming', async () => {
    await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble') });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    await after(async () => {
      const draft = await folder.write('2017-W41.md.tmp', writeIssue('Granite'));
      await rename(draft, join(folder.path, '2017-W41.md'));
    });
    assert.deepEqual(headings(archive), ['Granite']);
  });

  test('keeps the last good version of a file that breaks, says so, and takes the next good one', async () => {
    await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble') });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    const change = await after(() => folder.write('2017-W41.md', Buffer.from([0xff, 0xfe, 0x00])));
    assert.deepEqual(change, { added: [], changed: [], removed: [] });
    assert.deepEqual(headings(archive), ['Pebble']);
    assert.deepEqual(
      archive.problems.map(({ severity }) => severity),
      ['error', 'warning'],
    );
    assert.match(archive.problems[1]?.message ?? '', /the one before stays in use/);
    await after(() => folder.write('2017-W41.md', writeIssue('Granite')));
    assert.deepEqual(headings(archive), ['Granite']);
    assert.deepEqual(archive.problems, []);
  });

  test('forgets an issue whose file is deleted, also after it was broken', async () => {
    await using folder = await makeTemporaryFolder({
      '2017-W41.md': writeIssue('Pebble'),
      '2017-W42.md': writeIssue('Slate'),
    });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    await after(() => folder.write('2017-W42.md', ''));
    assert.deepEqual(ids(archive), ['2017-W41', '2017-W42']);
    const change = await after(() => rm(join(folder.path, '2017-W42.md')));
    assert.deepEqual(change.removed, ['2017-W42']);
    assert.equal(archive.problems.length, 0);
    await after(() => rm(join(folder.path, '2017-W41.md')));
    assert.deepEqual(ids(archive), []);
    assert.match(archive.problems[0]?.message ?? '', /^no issue in the folder/);
  });

  test('uses the second of two equal files once the first is gone', async () => {
    await using folder = await makeTemporaryFolder({
      'a/2017-W41.md': writeIssue('First'),
      'b/2017-W41.md': writeIssue('Second'),
    });
    await using archive = await openFolder(folder);
    const { after } = await watchArchive(archive);
    await after(() => rm(join(folder.path, 'a'), { recursive: true }));
    assert.deepEqual(headings(archive), ['Second']);
    assert.deepEqual(archive.problems, []);
  });

  test('loses no issue when the folder is away for a moment', async () => {
    await using folder = await makeTemporaryFolder({ 'content/2017-W41.md': writeIssue('Pebble') });
    const content = join(folder.path, 'content');
    await using archive = await openFolder(folder, content);
    const { after } = await watchArchive(archive);
    await after(() => rename(content, join(folder.path, 'away')));
    assert.deepEqual(ids(archive), ['2017-W41']);
    assert.match(archive.problems[0]?.message ?? '', /does not exist/);
    await after(() => rename(join(folder.path, 'away'), content));
    assert.deepEqual(ids(archive), ['2017-W41']);
    assert.deepEqual(archive.problems, []);
  });

  test('sees a folder that is made only later', async () => {
    await using folder = await makeTemporaryFolder();
    await using archive = await openFolder(folder, join(folder.path, 'content'));
    const { after } = await watchArchive(archive);
    await after(async () => {
      await mkdir(join(folder.path, 'content'));
      await folder.write('content/2017-W41.md', writeIssue('Pebble'));
    });
    while (ids(archive).length === 0) await after(async () => {});
    assert.deepEqual(ids(archive), ['2017-W41']);
  });

  test('sees what changed between opening and watching', async () => {
    await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble') });
    await using archive = await openFolder(folder);
    await folder.write('2017-W42.md', writeIssue('Slate'));
    await archive.watch();
    assert.deepEqual(ids(archive), ['2017-W41', '2017-W42']);
  });

  test('watches a folder that is reached by a link', {
    skip: process.platform === 'win32' && 'needs rights',
  }, async () => {
    await using folder = await makeTemporaryFolder({ 'real/2017-W41.md': writeIssue('Pebble') });
    await symlink('real', join(folder.path, 'link'));
    await using archive = await openFolder(folder, join(folder.path, 'link'));
    const { after } = await watchArchive(archive);
    await after(() => folder.write('real/2017-W42.md', writeIssue('Slate')));
    assert.deepEqual(ids(archive), ['2017-W41', '2017-W42']);
  });

  test('answers to one burst of changes with one swap', async () => {
    await using folder = await makeTemporaryFolder({ '2017-W01.md': writeIssue('Pebble') });
    await using archive = await openArchive({ dir: folder.path, log: quiet, debounceMs: 500 });
    const { after } = await watchArchive(archive);
    const change = await after(() =>
      Promise.all([2, 3, 4, 5].map((week) => folder.write(`2017-W0${week}.md`, writeIssue(`Board ${week}`)))),
    );
    assert.deepEqual(change.added, ['2017-W02', '2017-W03', '2017-W04', '2017-W05']);
  });

  test('tells nobody after it was unsubscribed or disposed of', async () => {
    await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble') });
    const archive = await openFolder(folder);
    const told: ArchiveChange[] = [];
    const unsubscribe = archive.onChange((change) => told.push(change));
    unsubscribe();
    const { after } = await watchArchive(archive);
    await after(() => folder.write('2017-W42.md', writeIssue('Slate')));
    archive.onChange((change) => told.push(change));
    await archive[Symbol.asyncDispose]();
    await folder.write('2017-W43.md', writeIssue('Granite'));
    assert.deepEqual(told, []);
  });
});
