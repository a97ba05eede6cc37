import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareIssue } from '../../../bench/originals/compare-issue.ts';
import { originalLines, readLines } from './read-files.ts';

const original = readLines('originals', ...originalLines);
const quernd = [
  '### Quernd 2.0 for Arm',
  '',
  'Quernd 2.0 grinds 15 % more than before: 5200 grains.',
  '',
  '- [The news](https://www.quernd.example/news/)',
  '',
];
const windmill = [
  '### A board named Windmill',
  '',
  'The Windmill costs $49, with an MZ3399 and 12 pins.',
  '',
  '- [The board](https://windmill.example/board)',
  '- [A picture](https://windmill.example/board.jpg)',
  '',
];

function compare(...lines: string[]) {
  const { differences, ...counts } = compareIssue(original, readLines('restated', '# Mill News', '', ...lines));
  return { counts, differences: differences.map(({ kind, file, line, what }) => `${file}:${line} ${kind} ${what}`) };
}

const at = (line: number) => `originals/2026-W10.md:${line}`;

test('an issue in other words that keeps headings, links, pictures and numbers lacks nothing', () => {
  assert.deepEqual(compare(...quernd, ...windmill), {
    counts: { issue: '2026-W10', articles: 2, housekeeping: 2, links: 3, numbers: 6 },
    differences: [],
  });
});

test('an article that nothing restates is named with its line, and its links too, but not its numbers', () => {
  assert.deepEqual(compare(...windmill).differences, [
    `${at(8)} article Quernd 2.0 on arm64`,
    `${at(12)} link https://quernd.example/news`,
  ]);
});

test('an article without links or words in common is what stands between the same neighbours', () => {
  const last = readLines('originals', ...originalLines, '', '### Millers', '', 'There are 7 millers.');
  const other = readLines('restated', '# Mill News', '', ...quernd, ...windmill, '### Who grinds', '', 'Seven people.');
  assert.deepEqual(compareIssue(last, other).differences, []);
});

test('what restates one article does not stand for another with a like heading', () => {
  const twice = readLines('originals', ...originalLines, '', '### Quernd 2.0 on riscv64', '', 'It grinds there, too.');
  const once = readLines('restated', '# Mill News', '', ...quernd, ...windmill);
  assert.deepEqual(
    compareIssue(twice, once).differences.map(({ kind, what }) => `${kind} ${what}`),
    ['article Quernd 2.0 on riscv64'],
  );
});

test('two articles that became one with the links of both are restated', () => {
  const [, , ...texts] = windmill;
  assert.deepEqual(compare('### Quernd 2.0 and a board', ...quernd.slice(1), ...texts).differences, []);
});

test('articles in another order are named', () => {
  assert.deepEqual(compare(...windmill, ...quernd).differences, [`${at(14)} order Windmill board for $49`]);
});

test('links and pictures that are missing are named where they stand in the original', () => {
  const bare = [...quernd, ...windmill].filter((row) => !row.startsWith('- '));
  assert.deepEqual(compare(...bare).differences, [
    `${at(12)} link https://quernd.example/news`,
    `${at(16)} link https://windmill.example/board.jpg`,
    `${at(19)} link https://windmill.example/board`,
  ]);
});

test('a link that only another article has is missing', () => {
  const [news] = quernd.filter((row) => row.startsWith('- '));
  const moved = compare(...quernd.filter((row) => row !== news), ...windmill, `${news}`).differences;
  assert.deepEqual(moved, [`${at(12)} link https://quernd.example/news`]);
});

test('a link that the original does not have is named where it stands in the restated issue', () => {
  const more = compare(...quernd, ...windmill, '- [More](https://mill.example)').differences;
  assert.deepEqual(more, ['restated/2026-W10.md:16 added https://mill.example']);
});

test('numbers are missed in the article that lacks them, whatever the others say', () => {
  const vague = windmill.map((row) => row.replace('$49, with an MZ3399 and 12 pins', 'little'));
  assert.deepEqual(compare(...quernd, ...vague, '### Prices', '', '$49, MZ3399, 12.').differences, [
    `${at(14)} number 49`,
    `${at(17)} number 12`,
    `${at(17)} number mz3399`,
  ]);
});

test('the day of the issue is known without being said', () => {
  const dated = readLines('originals', 'The mills of Friday, March 6, 2026 grind for 9 towns.', '', ...quernd);
  const undated = readLines('restated', 'Mills in 9 towns.', '', ...quernd);
  assert.deepEqual(compareIssue(dated, undated).differences, []);
});
