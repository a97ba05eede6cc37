import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { selectBest } from '#answering/choosing/select-best.ts';

test('the best are those that sorting all would put first, in that order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), fc.nat({ max: 20 }), (values, limit) => {
      const worths = Float64Array.from(values);
      const places = values.map((_, place) => place);
      const sorted = [...places].sort((a, b) => (worths[b] ?? 0) - (worths[a] ?? 0) || b - a);
      assert.deepEqual(selectBest(places, worths, limit), sorted.slice(0, limit));
    }),
    { seed: 20261128 },
  );
});
