import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { findHolders } from '#search/reading/find-holders.ts';
import { collectLists, listAt } from '#search/reading/number-lists.ts';

const TERMS = 12;
const list = fc.array(fc.nat({ max: TERMS - 1 }), { maxLength: 5 });
const anyFact = fc.record({ heading: list, says: list, names: list, asks: fc.array(list, { maxLength: 3 }) });

test('a term is held by each fact that has it in any of its lists, once, in the order of the facts', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 6 }), (facts) => {
      const { add, build } = collectLists();
      const homes: number[] = [];
      const ends: number[] = [];
      const headings: number[] = [];
      for (const { heading, says, names, asks } of facts) {
        headings.push(add(heading));
        homes.push(add(says));
        const firstAsk = add(names) + 1;
        for (const ask of asks) add(ask);
        ends.push(firstAsk + asks.length);
      }
      const numbers = (list: readonly number[]) => Uint32Array.from(list);
      const read = { lists: build(), homes: numbers(homes), ends: numbers(ends), headings: numbers(headings) };
      const holders = findHolders(read, TERMS);
      for (let term = 0; term < TERMS; term++) {
        const expected = facts.flatMap(({ heading, says, names, asks }, place) =>
          [heading, says, names, ...asks].some((own) => own.includes(term)) ? [place] : [],
        );
        assert.deepEqual([...listAt(holders, term)], expected);
      }
    }),
    { seed: 20261128 },
  );
});
