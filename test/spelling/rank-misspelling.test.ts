import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isSwapOf, measureEditDistance } from '#spelling/edit-distance.ts';
import { rankMisspelling } from '#spelling/rank-misspelling.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

const cases: readonly (readonly [written: string, meant: string, rank: 0 | 1 | 2 | 3 | undefined, why: string])[] = [
  ['kettel', 'kettle', 0, 'two letters swapped'],
  ['ketle', 'kettle', 1, 'a letter left out'],
  ['kettlee', 'kettle', 1, 'a letter too many'],
  ['keddle', 'kettle', undefined, 'two letters wrong'],
  ['kektle', 'kettle', 2, 'another letter'],
  ['pans', 'pots', undefined, 'another word'],
  ['arm64', 'amd64', undefined, 'a letter for another in a short name'],
  ['foodb', 'fooxb', undefined, 'a letter for another in a name of five'],
  ['kextle2', 'kettle2', undefined, 'a letter for another in a name with a number'],
  ['amrv7', 'armv7', 0, 'two letters swapped before a number'],
  ['arv7', 'armv7', 1, 'a letter left out before a number'],
  ['armv6', 'armv7', undefined, 'another digit'],
  ['armv76', 'armv67', undefined, 'digits swapped'],
  ['ppc64l', 'ppc64', undefined, 'a letter behind a number'],
  ['rasbery', 'raspberry', 3, 'two letters left out of a long word'],
  ['raspberry', 'rasbery', undefined, 'two letters too many'],
  ['kettle', 'kettle', undefined, 'the very word'],
  ['kettl', 'kettlely', undefined, 'letters left out of a word that is not long'],
  ['kettlefsx', 'kettlef', undefined, 'two letters too many behind a short word'],
  ['strawbry', 'strawberry', 3, 'two letters left out of a long word'],
  ['kektl', 'kettle', undefined, 'a letter left out and another'],
];

test('how likely a word is a slip for another', () => {
  for (const [written, meant, rank, why] of cases) assert.equal(rankMisspelling(written, meant), rank, why);
});

test('a swap of neighbours is one edit that keeps all letters, and nothing else is', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '7'), maxLength: 6 });
  const sorted = (text: string) => [...text].sort().join('');
  assertProperty(
    fc.property(word, word, (a, b) => {
      assert.equal(isSwapOf(a, b), measureEditDistance(a, b, 1) === 1 && sorted(a) === sorted(b));
    }),
    { seed: 4711, numRuns: 3000 },
  );
});
