import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildContentReport } from '#archive/build-content-report.ts';
import { readFolder } from '#archive/read-folder.ts';
import { makeTemporaryFolder, writeFacts, writeIssue } from './temporary-folder.ts';

test('says in one line what a file gave, then each problem with place and remedy, then the sum', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': `# Board Weekly (Week 40)\n\n${writeIssue('Pebble', 'It boots: http://a.example')}${writeIssue('Slate')}`,
    '2017-W42.md': writeIssue('Quernd') + writeIssue('Foodb'),
    '2017-W42.facts.yaml': writeFacts('Quernd').repeat(2) + writeFacts('Hopperfs'),
    'draft.md': 'text',
  });
  const { lines, canUseAll } = buildContentReport(await readFolder(folder.path));
  const issue = join(folder.path, '2017-W41.md');
  const facts = join(folder.path, '2017-W42.facts.yaml');
  const draft = join(folder.path, 'draft.md');
  assert.deepEqual(lines, [
    '2017-W41: 2 articles, 1 link, no facts, 1 problem',
    '2017-W42: 2 articles, 0 links, 2 facts, 1 problem; without a fact: “Foodb”',
    `${draft}: not usable, 1 problem`,
    `${issue}:1: warning: title: expected week 41 of 2017 as in the file's name, found week 40 — correct the title, or rename the file`,
    `${facts}:13: error: article: 2017-W42 has no heading “Hopperfs” — take one of its headings: “Quernd”, “Foodb”`,
    `${draft}: error: file name: expected YYYY-Www.md, found "draft.md" — rename the file after the year and ISO week of the issue, for example 2017-W41.md, or after its day, for example 2026-03-11.md`,
    '3 files, 2 issues usable, 2 errors, 1 warning',
  ]);
  assert.equal(canUseAll, false);
});

test('names a few of many articles without a fact, and counts the others', async () => {
  const headings = ['Pebble', 'Slate', 'Granite', 'Marble', 'Chalk', 'Flint', 'Quernd', 'Basalt'];
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': `It begins.\n\n${headings.map((heading) => writeIssue(heading)).join('')}`,
    '2017-W41.facts.yaml': writeFacts('Quernd'),
  });
  const { lines, canUseAll } = buildContentReport(await readFolder(folder.path));
  assert.equal(
    lines[0],
    '2017-W41: 9 articles, 0 links, 1 fact; without a fact: “Pebble”, “Slate”, “Granite”, “Marble”, “Chalk” and 2 more',
  );
  assert.equal(canUseAll, true);
});

test('warnings alone leave every file usable', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': `# Board Weekly (Week 40)\n\n${writeIssue('Pebble')}`,
  });
  const report = buildContentReport(await readFolder(folder.path));
  assert.equal(report.canUseAll, true);
  assert.equal(report.lines.at(-1), '1 file, 1 issue usable, 0 errors, 1 warning');
});

test('a missing folder is not usable', async () => {
  await using folder = await makeTemporaryFolder();
  const { lines, canUseAll } = buildContentReport(await readFolder(join(folder.path, 'none')));
  assert.equal(canUseAll, false);
  assert.equal(lines.length, 2);
  assert.match(lines[0] ?? '', /: error: cannot read the folder: it does not exist — /);
});

test('lets no line break or escape sequence of a file name through', () => {
  const problem = { file: 'a\n\u001b[2J.md', severity: 'error', message: 'm', remedy: 'r' } as const;
  const nothing = { hash: undefined, issue: undefined, facts: [], factsHash: undefined };
  const report = { file: problem.file, ...nothing, problems: [problem] };
  const { lines } = buildContentReport({ reports: [report], problems: [problem] });
  assert.deepEqual(lines, [
    'a\ufffd\ufffd[2J.md: not usable, 1 problem',
    'a\ufffd\ufffd[2J.md: error: m — r',
    '1 file, 0 issues usable, 1 error, 0 warnings',
  ]);
});

test('lets no escape sequence of a heading or a fact through', async () => {
  await using folder = await makeTemporaryFolder({
    '2017-W41.md': writeIssue('Quernd') + writeIssue('Peb\u001b[2Jble'),
    '2017-W41.facts.yaml': writeFacts('Quernd') + writeFacts('"Sl\\e[2Jate"'),
  });
  const { lines } = buildContentReport(await readFolder(folder.path));
  assert.match(lines[0] ?? '', /Peb\ufffd?\[2Jble/);
  assert.match(lines[1] ?? '', /Sl\ufffd\[2Jate/);
  assert.ok(lines.every((line) => !/\p{Cc}/u.test(line)));
});
