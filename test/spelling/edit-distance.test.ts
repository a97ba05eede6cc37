import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hasSameDigits, isSwapOf, measureEditDistance } from '#spelling/edit-distance.ts';
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

test('two neighbouring letters that changed places are told from every other slip', () => {
  for (const [written, meant, isSwap] of [
    ['blaena', 'balena', true],
    ['ablena', 'balena', true],
    ['balean', 'balena', true],
    ['balena', 'balena', false],
    ['balenaa', 'balena', false],
    ['aabb', 'aacc', false],
    ['blnaea', 'balena', false],
    ['balen', 'balena', false],
    ['balema', 'balena', false],
    ['', 'a', false],
  ] as const) {
    assert.equal(isSwapOf(written, meant), isSwap, `${written}, ${meant}`);
  }
});

test('another number is another thing, and so is a letter more or less behind it', () => {
  for (const [written, meant, isSame] of [
    ['armv6', 'armv7', false],
    ['amrv7', 'armv7', true],
    ['foo4j', 'foo4', false],
    ['foo4j', 'fooo4j', true],
    ['4foo', '4fo', true],
    ['a1b2', 'a2b1', false],
    ['kettle', 'ketle', true],
    ['kettle', 'kettle2', false],
  ] as const) {
    assert.equal(hasSameDigits(written, meant), isSame, `${written}, ${meant}`);
  }
});
