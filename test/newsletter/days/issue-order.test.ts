import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';

test('orders weeks, days and named days by the day that they name', () => {
  const inOrder = [
    '',
    '2015-W53',
    '2025-12-26-special',
    '2026-W01',
    '2026-01-03',
    '2026-03-11',
    '2026-03-11-late',
    '2026-03-11-summer',
    // By its Friday, the thirteenth.
    '2026-W11',
    '2026-03-14',
    '2026-W12',
  ];
  assert.deepEqual([...inOrder].reverse().sort(compareIssueIds), inOrder);
});

describe('an issue is later than another', () => {
  for (const [id, than, isLater] of [
    ['2026-W11', '2026-W10', true],
    ['2026-W10', '2026-W10', false],
    ['2026-W10', '2026-W11', false],
    ['2026-W01', '2025-W52', true],
    ['2026-03-13-extra', '2026-W11', false],
    ['2026-W11', '2026-03-13', true],
    ['2026-W11', '', true],
    ['', '2026-W11', false],
  ] as const)
    test(`${id || 'nothing'} after ${than || 'nothing'}: ${isLater}`, () =>
      assert.equal(isLaterIssue(id, than), isLater));
});

test('a week that the year does not have is ordered by its name', () => {
  assert.equal(isLaterIssue('2025-W53', '2025-W52'), true);
  assert.equal(isLaterIssue('2026-W00', '2025-12-31'), true);
});
