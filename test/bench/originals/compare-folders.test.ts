import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { compareFolders } from '../../../bench/originals/compare-folders.ts';
import { nameDifference, parseLeftOut } from '../../../bench/originals/left-out.ts';
import { renderComparison } from '../../../bench/originals/render-comparison.ts';
import { originalLines } from './read-files.ts';

const none: ReadonlyMap<string, string> = new Map();
let root: string;
let originals: string;
let content: string;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'originals-'));
  originals = join(root, 'originals');
  content = join(root, 'content');
  const text = originalLines.join('\n');
  const restated = text.replace('5,200', 'many').replace('* https://quernd.example/news', '');
  for (const [folder, name, words] of [
    [originals, '2026-W10', text],
    [originals, '2026-W11', text],
    [content, '2026-W10', restated],
    [content, '2026-W12', text],
  ] as const) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${name}.md`), words);
  }
});

after(() => rmSync(root, { recursive: true, force: true }));

test('each original is compared with the restated issue of its week; later issues need no original', async () => {
  const { issues, open } = await compareFolders(originals, content, none);
  assert.deepEqual(
    issues.map(({ issue }) => issue),
    ['2026-W10', '2026-W11'],
  );
  assert.deepEqual(open.map(nameDifference), [
    '2026-W10:10 number 5200',
    '2026-W10:12 link https://quernd.example/news',
    '2026-W11:1 issue 2026-W11',
  ]);
});

test('what has a reason is left out, and a reason for nothing is outdated', async () => {
  const list = `
- reason: nobody counts grains
  differences: ['2026-W10:10 number 5200', '2026-W10:9 number 5200']
`;
  const { open, leftOut, outdated } = await compareFolders(originals, content, parseLeftOut('list.yaml', list));
  assert.deepEqual([open.length, leftOut, outdated], [2, 1, ['2026-W10:9 number 5200']]);
});

test('the report has a line for each issue, one for each difference with its place, and the sums', async () => {
  const compared = await compareFolders(originals, content, new Map([['2026-W09:1 number 1', 'gone']]));
  const text = renderComparison(compared).replaceAll(`${root}/`, '');
  assert.equal(
    text,
    [
      '2026-W10  2 of 2 articles, 2 of 3 links, 5 of 6 numbers, 2 housekeeping, in order',
      '  originals/2026-W10.md:10: number 5200 is not in content/2026-W10.md:8',
      '  originals/2026-W10.md:12: link https://quernd.example/news is not in content/2026-W10.md',
      '2026-W11  0 of 0 articles, 0 of 0 links, 0 of 0 numbers, 0 housekeeping, in order, 1 not restated',
      '  originals/2026-W11.md:1: issue 2026-W11 is not restated in content',
      'left out, but there is no such difference: 2026-W09:1 number 1; take it off the list',
      '2 issues  2 of 2 articles, 2 of 3 links, 5 of 6 numbers, 2 housekeeping, in order, 1 not restated; 0 left out with a reason',
    ].join('\n'),
  );
});

test('folders without issues are named instead of passing', async () => {
  await assert.rejects(compareFolders(join(root, 'nowhere'), content, none), /nowhere: expected a folder of issues/);
  mkdirSync(join(root, 'empty'));
  await assert.rejects(compareFolders(originals, join(root, 'empty'), none), /empty: no issue to compare/);
});
