import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatDay, formatMonth, isOlderThanYear } from '#newsletter/days/format-day.ts';

test('a day and a month as a reader sees them', () => {
  assert.deepEqual(['2017-10-03', '2017-01-31', '2017-12-25'].map(formatDay), [
    '3 October 2017',
    '31 January 2017',
    '25 December 2017',
  ]);
  assert.deepEqual(['2017-10-03', '2017-01', '2017-12'].map(formatMonth), [
    'October 2017',
    'January 2017',
    'December 2017',
  ]);
});

test('more than a year is a day more than the same day a year later', () => {
  assert.equal(isOlderThanYear('2025-03-11', '2026-03-11'), false);
  assert.equal(isOlderThanYear('2025-03-11', '2026-03-12'), true);
  assert.equal(isOlderThanYear('2025-12-31', '2026-12-30'), false);
  assert.equal(isOlderThanYear('2026-03-11', '2025-03-11'), false);
});
