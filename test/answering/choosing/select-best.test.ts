import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { selectBest } from '#answering/choosing/select-best.ts';

test('the best are those that sorting all would put first, in that order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 }), fc.nat({ max: 20 }), (worths, limit) => {
      // In an order of their own.
      const places = worths.map((_, at) => (at * 61) % 67);
      const worthOf = (place: number) => worths[places.indexOf(place)] ?? 0;
      const sorted = [...places].sort((a, b) => worthOf(b) - worthOf(a) || b - a);
      assert.deepEqual(selectBest(places, worths, limit), sorted.slice(0, limit));
    }),
    { seed: 20261128 },
  );
});
