import assert from 'node:assert/strict';
import { chmod, mkdir, rename, rm, symlink, utimes } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { buildContentReport } from '#archive/build-content-report.ts';
import { lookAtFolder } from '#archive/look-at-folder.ts';
import { openArchive } from '#archive/open-archive.ts';
import { readFolder } from '#archive/read-folder.ts';
import { makeTemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';
import { quiet, timeout, watchArchive } from './watch-archive.ts';

const isWindows = platform() === 'win32';
const skip = isWindows && 'links need rights';

suite('a folder that changes without an event is seen', { timeout }, () => {
  test('by a look, which differs for every file that comes, goes or changes, and for no other reason', async () => {
    await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Quernd'), 'notes.txt': 'x' });
    const looks = [await lookAtFolder(folder.path)];
    const look = async () => looks.push(await lookAtFolder(folder.path));
    await folder.write('2031-W08.md', writeIssue('Foodb'));
    await look();
    await folder.write('2031-W08.facts.yaml', writeFacts('Foodb'));
    await look();
    await folder.write('subjects.yaml', '- name: Foodb\n');
    await look();
    await utimes(join(folder.path, '2031-W07.md'), 1, 1);
    await look();
    await rm(join(folder.path, '2031-W08.md'));
    await look();
    // Windows knows the right to write alone.
    await chmod(join(folder.path, '2031-W07.md'), 0o400);
    await look();
    // What is told as a fault of the folder is one to look at, too.
    await folder.write('2031-W09.markdown', writeIssue('Sieve'));
    await look();
    assert.equal(new Set(looks).size, looks.length);
    await folder.write('notes.txt', 'y');
    assert.equal(await lookAtFolder(folder.path), looks.at(-1));
  });

  test('when the link to it is turned, and what it led to before is gone', { skip }, async () => {
    await using folder = await makeTemporaryFolder({
      'one/2031-W07.md': writeIssue('Quernd'),
      'two/2031-W07.md': writeIssue('Quernd'),
      'two/2031-W08.md': writeIssue('Foodb'),
    });
    const link = join(folder.path, 'current');
    await symlink('one', link);
    await using archive = await openArchive({ dir: link, log: quiet, debounceMs: 30, lookEveryMs: 50 });
    const { after } = await watchArchive(archive);
    const turned = await after(async () => {
      await symlink('two', `${link}.new`);
      await rename(`${link}.new`, link);
      await rm(join(folder.path, 'one'), { recursive: true });
    });
    assert.deepEqual(turned.added, ['2031-W08']);
    const added = await after(() => folder.write('two/2031-W09.md', writeIssue('Sieve')));
    assert.deepEqual(added.added, ['2031-W09']);
  });

  test('whenever somebody asks for it', async () => {
    await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Quernd') });
    await using archive = await openArchive({ dir: folder.path, log: quiet });
    await folder.write('2031-W08.md', writeIssue('Foodb'));
    await archive.refresh();
    assert.deepEqual(
      archive.current.issues.map(({ id }) => id),
      ['2031-W07', '2031-W08'],
    );
  });

  test('and where nothing has changed, nobody is told', async () => {
    await using folder = await makeTemporaryFolder({ '2031-W07.md': writeIssue('Quernd') });
    await using archive = await openArchive({ dir: folder.path, log: quiet });
    const told: unknown[] = [];
    archive.onChange((change) => told.push(change));
    const { current } = archive;
    await archive.refresh();
    assert.deepEqual([told.length, archive.current === current], [0, true]);
    await folder.write('2031-W08.md', writeIssue('Foodb'));
    await archive.refresh();
    assert.equal(told.length, 1);
  });

  test('when it is the list of subjects above the folder', async () => {
    await using folder = await makeTemporaryFolder({ 'content/2031-W07.md': writeIssue('Quernd') });
    const dir = join(folder.path, 'content');
    await using archive = await openArchive({ dir, log: quiet, debounceMs: 30, lookEveryMs: 50 });
    const { after } = await watchArchive(archive);
    await after(() => folder.write('subjects.yaml', '- name: Quernd\n  kind: [database]\n'));
    assert.deepEqual(
      archive.subjects.map(({ name }) => name),
      ['Quernd'],
    );
    await after(() => folder.write('subjects.yaml', '- name: [Quernd\n'));
    assert.deepEqual(
      archive.subjects.map(({ name }) => name),
      ['Quernd'],
      'a list that breaks stays as it was',
    );
  });
});

suite('what is no issue is named for what it is', () => {
  test('a page of a site is no fault', async () => {
    await using folder = await makeTemporaryFolder({
      '2031-W07.md': writeIssue('Quernd'),
      '_index.md': '---\ntitle: All issues\n---\n',
      'colophon.md': '---\ntitle: Colophon\n---\nWho we are.\n',
      'how-we-work.md': '---\ntitle: How we work\n---\nSlowly.\n',
      '2031/_index.md': '',
    });
    const { lines, canUseAll } = buildContentReport(await readFolder(folder.path));
    assert.ok(canUseAll);
    assert.equal(lines.filter((line) => line.endsWith('.md: no issue')).length, 4);
    assert.equal(lines.at(-1), '5 files, 1 issue usable, 0 errors, 0 warnings');
  });

  test('an issue with another ending is an error that says so', async () => {
    await using folder = await makeTemporaryFolder({
      '2031-W07.md': writeIssue('Quernd'),
      '2031-W08.MD': writeIssue('Foodb'),
      '2031-W09.markdown': writeIssue('Sieve'),
      '2031-W10.md.txt': writeIssue('Hopper'),
      '2031-03-11.txt': writeIssue('Hopper'),
      'licence.markdown': 'text',
      'notes.txt': 'text',
    });
    const { problems } = await readFolder(folder.path);
    assert.deepEqual(
      problems.map(({ severity, message }) => `${severity} ${message}`).sort(),
      ['.MD', '.markdown', '.md.txt', '.txt'].map((ending) => `error the ending "${ending}" is not read`).sort(),
    );
  });

  test('a link into a folder whose name only begins like the issues’ folder leads out', { skip }, async () => {
    await using folder = await makeTemporaryFolder({
      'content/2031-W07.md': writeIssue('Quernd'),
      'content-private/2031-W08.md': writeIssue('Secret'),
    });
    await mkdir(join(folder.path, 'content/2031'));
    await symlink('../../content-private/2031-W08.md', join(folder.path, 'content/2031/2031-W08.md'));
    const { issues, problems } = await readFolder(join(folder.path, 'content'));
    assert.deepEqual(
      issues.map(({ id }) => id),
      ['2031-W07'],
    );
    assert.match(problems[0]?.message ?? '', /leads out of the content folder/);
  });
});

test('issues named by day have their facts beside them, in the order of the days', async () => {
  await using folder = await makeTemporaryFolder({
    '2031/02/21.md': writeIssue('Quernd'),
    '2031/02/21.facts.yaml': writeFacts('Quernd'),
    '2031-02-19-extra.md': writeIssue('Foodb'),
    '2031-02-19-extra.facts.yml': writeFacts('Foodb'),
    '2031-W07.md': writeIssue('Sieve'),
  });
  const { issues, reports, problems } = await readFolder(folder.path);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    issues.map(({ id }) => id),
    ['2031-W07', '2031-02-19-extra', '2031-02-21'],
  );
  assert.equal(reports.flatMap(({ facts }) => [...facts]).length, 2);
});
