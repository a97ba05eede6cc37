import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import type { FileReport } from '#archive/file-report.ts';
import { packReports, unpackReports } from '#archive/keeping/late-reports.ts';
import { readFolder } from '#archive/read-folder.ts';
import { makeTemporaryFolder, writeFacts, writeIssue } from '../temporary-folder.ts';

const files = {
  '2031-W07.md': writeIssue('Quernd'),
  '2031-W07.facts.yaml': writeFacts('Quernd').repeat(2),
  '2031-W08.md': writeIssue('Foodb'),
  '2031-W09.md': '# About\n\nNothing that dates it.\n',
  '2031-W10.md': writeIssue('Sieve'),
  '2031-W10.facts.yaml': writeFacts('Sieve'),
  'broken.md': '',
};

async function readReports(): Promise<readonly FileReport[]> {
  await using folder = await makeTemporaryFolder(files);
  const { reports } = await readFolder(folder.path);
  return reports.map((report) => ({ ...report, file: report.file.replace(join(folder.path, '/'), '') }));
}

const look = ({ facts, issue, ...own }: FileReport) => ({
  ...own,
  facts: [...facts],
  issue: issue && { ...issue, articles: issue.articles.map((article) => ({ ...article })) },
});

test('reports come back as they were, whatever of them is looked at first, and also when they are kept again', async () => {
  const reports = await readReports();
  const places = reports.flatMap(({ facts }, report) => Array.from(facts, (_, fact) => [report, fact] as const));
  fc.assert(
    fc.property(fc.shuffledSubarray(places), fc.boolean(), (order, isKeptAgain) => {
      const once = unpackReports(packReports(reports));
      const late = isKeptAgain ? unpackReports(packReports(once)) : once;
      for (const [report, fact] of order)
        assert.deepEqual(late[report]?.facts.at(fact), reports[report]?.facts.at(fact), `${report} ${fact}`);
      assert.deepEqual(late.map(look), reports.map(look));
    }),
    { seed: 20261129, numRuns: 30 },
  );
});

test('what was kept is kept again byte for byte, alone and among others, looked at or not', async () => {
  const reports = await readReports();
  const packed = packReports(reports);
  const late = unpackReports(packed);
  assert.deepEqual(packReports(late), packed);
  late.forEach(look);
  assert.deepEqual(packReports(late), packed);
  const [first, ...others] = late;
  assert.deepEqual(packReports(others), packReports(reports.slice(1)));
  assert.deepEqual(
    packReports([...others, first as FileReport]),
    packReports([...reports.slice(1), ...reports.slice(0, 1)]),
  );
});

test('a fact is made once, and there is none behind the last', async () => {
  const [report] = unpackReports(packReports(await readReports()));
  assert.equal(report?.facts.length, 2);
  assert.equal(report.facts.at(1), report.facts.at(1));
  assert.deepEqual([report.facts.at(2), report.facts.at(-1)], [undefined, undefined]);
});
