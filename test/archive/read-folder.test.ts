import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, rm, symlink, truncate } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { suite, test } from 'node:test';
import { readFolder } from '#archive/read-folder.ts';
import { makeTemporaryFolder, writeIssue } from './temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

test('reads the issues of all folders below, oldest first', async () => {
  await using folder = await makeTemporaryFolder({
    '2018/2018-W01.md': writeIssue('Slate'),
    '2017-W41.md': writeIssue('Pebble'),
    'a/b/2017-W05.md': writeIssue('Granite'),
  });
  const { issues, problems, reports } = await readFolder(folder.path);
  assert.deepEqual(
    issues.map(({ id }) => id),
    ['2017-W05', '2017-W41', '2018-W01'],
  );
  assert.deepEqual(problems, []);
  assert.deepEqual(
    reports.map(({ file }) => relative(folder.path, file)),
    ['2017-W41.md', join('2018', '2018-W01.md'), join('a', 'b', '2017-W05.md')],
  );
});

test('passes over README files, dotfiles, node_modules and everything that is no Markdown', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': writeIssue('Pebble'),
    'README.md': '# How to write',
    '2017/readme.md': '# How to write',
    '.2017-W42.md': 'draft',
    '.git/2017-W43.md': writeIssue('Slate'),
    'node_modules/x/2017-W44.md': writeIssue('Slate'),
    'images/pebble.png': 'png',
    'notes.txt': 'notes',
  });
  const { reports, problems } = await readFolder(folder.path);
  assert.equal(reports.length, 1);
  assert.deepEqual(problems, []);
});

test('passes over links that are no issues and lead to no folder, and names one that does', {
  skip: isWindows && 'links need rights on Windows',
}, async () => {
  await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble'), 'images/pebble.png': 'png' });
  await symlink('images/pebble.png', join(folder.path, 'cover'));
  await symlink('nowhere', join(folder.path, 'lost'));
  assert.deepEqual((await readFolder(folder.path)).problems, []);
  await symlink('images', join(folder.path, 'pictures'));
  const { problems } = await readFolder(folder.path);
  assert.deepEqual(
    problems.map(({ file, message }) => [relative(folder.path, file), message]),
    [['pictures', 'a link to a folder is not followed']],
  );
});

test('of a folder in which nothing can be read, says why and not that there is nothing', async () => {
  await using folder = await makeTemporaryFolder({ '2017-W41.markdown': writeIssue('Pebble') });
  const { problems } = await readFolder(folder.path);
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['the ending ".markdown" is not read'],
  );
});

suite('a bad file costs only itself and says what to do', () => {
  type Spoil = (path: string) => Promise<unknown>;
  const good = writeIssue('Slate');
  const cases: readonly (readonly [name: string, message: RegExp, spoil: Spoil, skip?: string | false])[] = [
    ['bytes that are not UTF-8', /^not UTF-8/, (path) => write(path, Buffer.from([0x23, 0x20, 0xff, 0xfe, 0x41]))],
    ['UTF-16 with its mark', /^not UTF-8/, (path) => write(path, Buffer.from(`\ufeff${good}`, 'utf16le'))],
    ['UTF-16 without a mark', /^not UTF-8/, (path) => write(path, Buffer.from(good, 'utf16le'))],
    ['an empty file', /^the file is empty/, (path) => write(path, '')],
    ['nothing but blanks', /^the file is empty/, (path) => write(path, ' \n\n\t')],
    [
      '50 MB',
      /^too large: 52428800 bytes, 1000000 are allowed/,
      (path) => write(path, '').then(() => truncate(path, 50 * 2 ** 20)),
    ],
    ['a folder with the name of a file', /^expected a file, found a folder/, (path) => mkdir(path)],
    ['a link that leads nowhere', /^a broken link: it does not exist/, (path) => symlink('nowhere.md', path)],
    ['a link to itself', /^a broken link: links that lead to each other/, (path) => symlink(path, path)],
    [
      'a link out of the folder',
      /^a link that leads out of the content folder/,
      (path) => symlink(import.meta.filename, path),
    ],
    ['a pipe', /^expected a file, found a pipe/, async (path) => execFileSync('mkfifo', [path])],
    [
      'a file that nobody may read',
      /^cannot read it: no permission/,
      (path) => write(path, good).then(() => chmod(path, 0)),
      isRoot && 'root may read everything',
    ],
  ];
  for (const [name, message, spoil, skip = false] of cases) {
    test(name, { skip: isWindows ? 'links and pipes need rights on Windows' : skip }, async () => {
      await using folder = await makeTemporaryFolder({ '2017-W41.md': writeIssue('Pebble'), '2017-W43.md': good });
      const bad = join(folder.path, '2017-W42.md');
      await spoil(bad);
      const { issues, problems } = await readFolder(folder.path);
      assert.deepEqual(
        issues.map(({ id }) => id),
        ['2017-W41', '2017-W43'],
      );
      assert.equal(problems.length, 1);
      const [problem] = problems;
      assert.equal(problem?.file, bad);
      assert.equal(problem?.severity, 'error');
      assert.match(problem?.message ?? '', message);
      assert.notEqual(problem?.remedy, '');
    });
  }

  async function write(path: string, content: string | Uint8Array): Promise<void> {
    const { writeFile } = await import('node:fs/promises');
    await writeFile(path, content);
  }
});

test('follows a link that stays in the folder, and no link to a folder', {
  skip: isWindows && 'needs rights',
}, async () => {
  await using folder = await makeTemporaryFolder({ 'texts/pebble.txt': writeIssue('Pebble') });
  await symlink(join('texts', 'pebble.txt'), join(folder.path, '2017-W41.md'));
  await symlink(folder.path, join(folder.path, 'loop'));
  const { issues, problems } = await readFolder(folder.path);
  assert.deepEqual(
    issues.map(({ id }) => id),
    ['2017-W41'],
  );
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['a link to a folder is not followed'],
  );
});

test('reads a folder that is itself reached by a link', { skip: isWindows && 'needs rights' }, async () => {
  await using folder = await makeTemporaryFolder({ 'real/2017-W41.md': writeIssue('Pebble') });
  const link = join(folder.path, 'link');
  await symlink('real', link);
  const { issues, problems } = await readFolder(link);
  assert.equal(issues.length, 1);
  assert.deepEqual(problems, []);
});

test('of two files with the same issue uses the first by path, and names both', async () => {
  await using folder = await makeTemporaryFolder({
    'a/2017-W41.md': writeIssue('First'),
    'b/2017-W41.md': writeIssue('Second'),
  });
  const { issues, problems, reports } = await readFolder(folder.path);
  assert.deepEqual(
    issues.map(({ articles }) => articles[0]?.heading),
    ['First'],
  );
  assert.equal(reports.length, 2);
  assert.equal(problems.length, 1);
  assert.equal(problems[0]?.file, join(folder.path, 'b', '2017-W41.md'));
  assert.ok(problems[0]?.message.includes(join(folder.path, 'a', '2017-W41.md')));
});

suite('says plainly what is wrong with the folder itself', () => {
  test('when it is missing', async () => {
    await using folder = await makeTemporaryFolder();
    await expectFault(join(folder.path, 'content'), /^cannot read the folder: it does not exist/);
  });
  test('when it is a file', async () => {
    await using folder = await makeTemporaryFolder({ content: 'text' });
    await expectFault(join(folder.path, 'content'), /^expected a folder, found a file/);
  });
  test('when it holds no issue', async () => {
    await using folder = await makeTemporaryFolder({ 'README.md': 'text' });
    await expectFault(folder.path, /^no issue in the folder/);
  });

  async function expectFault(path: string, message: RegExp): Promise<void> {
    const { issues, problems, reports } = await readFolder(path);
    assert.deepEqual([issues, reports], [[], []]);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.file, path);
    assert.equal(problems[0]?.severity, 'error');
    assert.match(problems[0]?.message ?? '', message);
  }
});

test('gives the very same issue again for a text that has not changed', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': writeIssue('Pebble'),
    '2017-W42.md': writeIssue('Slate'),
  });
  const before = await readFolder(folder.path);
  await folder.write('2017-W42.md', writeIssue('Granite'));
  const after = await readFolder(folder.path, { reports: before.reports });
  assert.equal(after.issues[0], before.issues[0]);
  assert.notEqual(after.issues[1], before.issues[1]);
  assert.equal(after.issues[1]?.articles[0]?.heading, 'Granite');
});

test('a link to a folder beside that only begins like it leads out', {
  skip: isWindows && 'needs rights',
}, async () => {
  await using folder = await makeTemporaryFolder({ 'content/2017-W42.md': writeIssue('Slate') });
  await folder.write('content-private/2017-W41.md', writeIssue('Pebble'));
  const link = join(folder.path, 'content', '2017-W41.md');
  await symlink(join('..', 'content-private', '2017-W41.md'), link);
  const { issues, problems } = await readFolder(join(folder.path, 'content'));
  assert.deepEqual(
    issues.map(({ id }) => id),
    ['2017-W42'],
  );
  assert.deepEqual(
    problems.map(({ file, message }) => [file, message]),
    [[link, 'a link that leads out of the content folder']],
  );
});

test('a list of subjects that is a link out of its folder is refused; one that stays in it is read', {
  skip: isWindows && 'needs rights',
}, async () => {
  await using folder = await makeTemporaryFolder({
    'content/2031-W07.md': writeIssue('Quernd'),
    'content/..data/subjects.yaml': '- { name: Quernd, kind: [mill] }\n',
    'elsewhere/subjects.yaml': '- { name: Secret, kind: [secret] }\n',
  });
  const content = join(folder.path, 'content');
  const link = join(content, 'subjects.yaml');
  await symlink(join('..data', 'subjects.yaml'), link);
  assert.deepEqual(
    (await readFolder(content)).subjects.map(({ name }) => name),
    ['Quernd'],
  );
  await rm(link);
  await symlink(join('..', 'elsewhere', 'subjects.yaml'), link);
  const { subjects, problems } = await readFolder(content);
  assert.deepEqual(subjects, []);
  assert.deepEqual(
    problems.map(({ file, message }) => [file, message]),
    [[link, 'a link that leads out of its folder']],
  );
});

test('the second of two files of one issue is read once the first is gone, though it did not change', async () => {
  await using folder = await makeTemporaryFolder({
    'a/2031-W07.md': writeIssue('Quernd'),
    'b/2031-W07.md': writeIssue('Foodb'),
  });
  const first = await readFolder(folder.path);
  assert.match(first.problems[0]?.message ?? '', /the issue 2031-W07 is also in /);
  await rm(join(folder.path, 'a/2031-W07.md'));
  const second = await readFolder(folder.path, { reports: first.reports });
  assert.deepEqual([second.problems, second.issues.map(({ articles }) => articles[0]?.heading)], [[], ['Foodb']]);
});
