import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FileReport } from '#archive/file-report.ts';
import { keepLastGood, keepSubjects } from '#archive/keep-last-good.ts';
import type { FolderReading } from '#archive/read-folder.ts';
import type { Issue } from '#newsletter/issue.ts';
import { inventIssue } from '../announcing/invent-issues.ts';

const report = (file: string, issue?: Issue): FileReport => ({
  file,
  hash: issue && 'hash',
  issue,
  facts: [],
  factsHash: undefined,
  problems: [],
});

function reading(...reports: readonly FileReport[]): FolderReading {
  const readSubjects = { hash: undefined, subjects: [], problems: [] };
  const issues = reports.flatMap(({ issue }) => issue ?? []);
  return {
    issues,
    subjects: [],
    readSubjects,
    subjectsFile: 'subjects.yaml',
    problems: [],
    reports,
    history: [],
    isReadable: true,
  };
}

const [week7, week8, week9] = ['2031-W07', '2031-W08', '2031-W09'].map((id) => inventIssue(id)) as [
  Issue,
  Issue,
  Issue,
];
const ids = ({ issues }: FolderReading) => issues.map(({ id }) => id);

test('a file that broke gives its last good issue, in its place, with a warning that says where', () => {
  const fresh = reading(report('a', week7), report('b'), report('c', week9));
  const kept = keepLastGood(fresh, new Map([['b', report('b', week8)]]));
  assert.deepEqual(ids(kept), ['2031-W07', '2031-W08', '2031-W09']);
  assert.deepEqual(
    kept.problems.map(({ file, severity }) => [file, severity]),
    [['b', 'warning']],
  );
});

test('an issue that has moved to another file is there once, as it is now', () => {
  const moved = { ...week8, title: 'moved' };
  const kept = keepLastGood(reading(report('b'), report('c', moved)), new Map([['b', report('b', week8)]]));
  assert.deepEqual(kept.issues, [moved]);
  assert.deepEqual(kept.problems, []);
});

test('of two broken files that gave the same issue, one gives it', () => {
  const before = new Map([
    ['a', report('a', week8)],
    ['b', report('b', { ...week8 })],
  ]);
  const kept = keepLastGood(reading(report('a'), report('b')), before);
  assert.deepEqual(kept.issues, [week8]);
  assert.equal(kept.problems.length, 1);
});

test('a file that was never good gives nothing', () => {
  assert.deepEqual(keepLastGood(reading(report('a')), new Map()).issues, []);
});

test('subjects are kept while their list is broken, and go when it says so', () => {
  const subjects = [{ name: 'Quernd', also: [], kind: [], by: [] }] as unknown as FolderReading['subjects'];
  const before = { ...reading(), subjects };
  const problem = { file: 'subjects.yaml', severity: 'error', message: 'broken', remedy: 'mend it' } as const;
  const subjectsAfter = (change: Partial<FolderReading>) => keepSubjects({ ...reading(), ...change }, before).subjects;
  assert.equal(subjectsAfter({ problems: [problem] }), subjects);
  assert.deepEqual(subjectsAfter({}), []);
  assert.deepEqual(subjectsAfter({ problems: [{ ...problem, severity: 'warning' }] }), []);
  assert.deepEqual(subjectsAfter({ problems: [{ ...problem, file: '2031-W07.md' }] }), []);
  const [first] = subjects;
  assert.ok(first);
  assert.deepEqual(subjectsAfter({ problems: [problem], subjects: [{ ...first, name: 'Foodb' }] }).length, 1);
});
