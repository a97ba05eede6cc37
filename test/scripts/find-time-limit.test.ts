import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSlowness, findTimeLimit } from '../../scripts/find-time-limit.ts';

test('a test has more time on a machine that others keep busy, never less, and not for ever', () => {
  const limits = [0, 1, 2, 3, 5, 8, 100].map((load) => findTimeLimit(300, findSlowness(load, 2)));
  assert.deepEqual(limits, [300, 300, 300, 450, 750, 1200, 1200]);
});
