import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findFrom } from '#search/words/find-from.ts';

test('finds where a number stands or would stand, at the ends, in gaps and in an empty list, too', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 60 })), fc.nat({ max: 70 }), (numbers, least) => {
      const list = Uint32Array.from(numbers).sort();
      const at = list.findIndex((number) => number >= least);
      assert.equal(findFrom(list, least), at < 0 ? list.length : at);
    }),
  );
});
