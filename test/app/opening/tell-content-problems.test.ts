import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { tellContentProblems } from '#app/opening/tell-content-problems.ts';
import { openArchive } from '#archive/open-archive.ts';
import { makeTemporaryFolder, writeIssue } from '../../archive/temporary-folder.ts';
import { keepLog } from '../../fixtures/kept-log.ts';

test('the log names each file that is left out or not posted once, and again if it comes back', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-w08.md': writeIssue('Foodb'),
    '2031-W09.md': `---\ndraft: almost\n---\n${writeIssue('Sieve')}`,
    '2030-W01.md': `---\ndate: 2030-12-31\n---\n${writeIssue('Hopper')}`,
    '_index.md': '---\ntitle: All\n---\n',
  });
  const log = keepLog();
  await using archive = await openArchive({ dir: folder.path, log: keepLog() });
  const files = () => log.entries.map(({ fields }) => `${fields.file}`.slice(folder.path.length + 1)).sort();
  tellContentProblems(archive, log);
  assert.deepEqual(files(), ['2030-W01.md', '2031-W09.md', '2031-w08.md']);
  assert.ok(log.entries.every(({ level, fields }) => level === 'warn' && fields.problem && fields.remedy));
  await folder.write('2031-W10.md', writeIssue('Grist'));
  await archive.refresh();
  await archive.refresh();
  assert.equal(log.entries.length, 3);
  await folder.write('2031-W09.md', writeIssue('Sieve'));
  await archive.refresh();
  await folder.write('2031-W09.md', `---\ndraft: almost\n---\n${writeIssue('Sieve')}`);
  await archive.refresh();
  assert.equal(log.entries.length, 4);
  assert.equal(log.entries[3]?.fields.file, join(folder.path, '2031-W09.md'));
});

test('of very many the first are named, and how many more there are', async () => {
  const bad = Array.from({ length: 22 }, (_, at) => [`2031-W${at + 10}.md`, ''] as const);
  await using folder = await makeTemporaryFolder(Object.fromEntries(bad));
  const log = keepLog();
  await using archive = await openArchive({ dir: folder.path, log: keepLog() });
  tellContentProblems(archive, log);
  assert.equal(log.entries.length, 21);
  assert.equal(log.entries.at(-1)?.fields.left, 2);
});

test('what the reader knows is not told again, what breaks from then on is', async () => {
  await using folder = await makeTemporaryFolder({
    '2031-W07.md': writeIssue('Quernd'),
    '2031-w08.md': writeIssue('Foodb'),
  });
  const log = keepLog();
  await using archive = await openArchive({ dir: folder.path, log: keepLog() });
  tellContentProblems(archive, log, { isTold: true });
  assert.equal(log.entries.length, 0);
  await folder.write('2031-W07.md', '');
  await archive.refresh();
  assert.deepEqual(
    log.entries.map(({ fields }) => fields.file),
    [join(folder.path, '2031-W07.md')],
  );
});
