import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePage } from '#conversation/wording/choose-page.ts';

test('a page that is not there shows the nearest one', () => {
  const cases: readonly [page: number, shown: number][] = [
    [0, 0],
    [2, 2],
    [3, 2],
    [-1, 0],
    [1.9, 1],
    [Number.NaN, 0],
    [Number.POSITIVE_INFINITY, 2],
  ];
  for (const [page, shown] of cases) assert.equal(choosePage(page, 3), shown, String(page));
});
