import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measureEditDistance } from '#spelling/edit-distance.ts';
import { assertProperty } from '../fixtures/assert-property.ts';
import { countEdits } from './count-edits.ts';

const SEED = 4711;

test('the distance is what the definition says, and one more than the limit where it is more', (t) => {
  t.diagnostic(`seed ${SEED}`);
  // Few letters, so that random words are near each other.
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '7'), maxLength: 7 });
  assertProperty(
    fc.property(word, word, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
      assert.equal(measureEditDistance(a, b, limit), Math.min(countEdits(a, b), limit + 1));
    }),
    { seed: SEED, numRuns: 3000 },
  );
});

test('each way to mistype a letter is one edit', () => {
  for (const [typed, what] of [
    ['balna', 'a letter left out'],
    ['ballena', 'a letter too many'],
    ['balema', 'another letter'],
    ['blaena', 'two letters swapped'],
  ] as const) {
    assert.equal(measureEditDistance(typed, 'balena', 2), 1, what);
  }
  assert.equal(measureEditDistance('', '', 0), 0);
  assert.equal(measureEditDistance('', 'abc', 3), 3);
});
