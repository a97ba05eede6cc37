import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choosePause } from '#traffic/back-off.ts';

const backOff = { firstMs: 1_000, longestMs: 60_000 };

test('each pause is twice as long as the one before, up to the longest, however often it fails', () => {
  assert.deepEqual(
    [0, 1, 2, 5, 6, 5_000].map((attempt) => choosePause(attempt, backOff)),
    [1_000, 2_000, 4_000, 32_000, 60_000, 60_000],
  );
});

test('chance takes up to half of it away', () => {
  assert.equal(choosePause(2, backOff, 0), 2_000);
  assert.equal(choosePause(2, backOff, 0.5), 3_000);
});
