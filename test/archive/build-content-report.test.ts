import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildContentReport } from '#archive/build-content-report.ts';
import { readFolder } from '#archive/read-folder.ts';
import { makeTemporaryFolder, writeIssue } from './temporary-folder.ts';

test('says in one line what a file gave, then each problem with place and remedy, then the sum', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': `# Board Weekly (Week 40)\n\n${writeIssue('Pebble', 'It boots: http://a.example')}${writeIssue('Slate')}`,
    'draft.md': 'text',
  });
  const { lines, canUseAll } = buildContentReport(await readFolder(folder.path), ({ articles }) => articles.length * 3);
  const issue = join(folder.path, '2017-W41.md');
  const draft = join(folder.path, 'draft.md');
  assert.deepEqual(lines, [
    '2017-W41: 2 articles, 1 link, 6 claims, 1 problem',
    `${draft}: not usable, 1 problem`,
    `${issue}:1: warning: title: expected week 41 of 2017 as in the file's name, found week 40 — correct the title, or rename the file`,
    `${draft}: error: file name: expected YYYY-Www.md, found "draft.md" — rename the file after the year and ISO week of the issue, for example 2017-W41.md`,
    '2 files, 1 issue usable, 1 error, 1 warning',
  ]);
  assert.equal(canUseAll, false);
});

test('warnings alone leave every file usable', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': `# Board Weekly (Week 40)\n\n${writeIssue('Pebble')}`,
  });
  const report = buildContentReport(await readFolder(folder.path), () => 1);
  assert.equal(report.canUseAll, true);
  assert.equal(report.lines.at(-1), '1 file, 1 issue usable, 0 errors, 1 warning');
});

test('a missing folder is not usable', async () => {
  await using folder = await makeTemporaryFolder();
  const { lines, canUseAll } = buildContentReport(await readFolder(join(folder.path, 'none')), () => 0);
  assert.equal(canUseAll, false);
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', /: error: cannot read the folder: it does not exist — /);
});

test('lets no line break or escape sequence of a file name through', () => {
  const problem = { file: 'a\n\u001b[2J.md', severity: 'error', message: 'm', remedy: 'r' } as const;
  const report = { file: problem.file, text: undefined, issue: undefined, problems: [problem] };
  const { lines } = buildContentReport({ reports: [report], problems: [problem] }, () => 0);
  assert.deepEqual(lines, [
    'a\ufffd\ufffd[2J.md: not usable, 1 problem',
    'a\ufffd\ufffd[2J.md: error: m — r',
    '1 file, 0 issues usable, 1 error, 0 warnings',
  ]);
});
