import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareOfAsks } from '#answering/judging/asks-alike.ts';
import type { Fact } from '#facts/fact.ts';
import { millArchive } from '../mill-archive.ts';

const fact = (says: string): Fact => {
  const found = millArchive.index.facts.find((one) => one.fact.says === says)?.fact;
  assert.ok(found);
  return found;
};

test('how many of a fact’s own questions ask for the same', () => {
  const announced = fact('Ada Weir announced Quernd 2.1 on 24 February 2031.');
  assert.equal(announced.asks.length, 2);
  const share = (question: string, kind: string) => shareOfAsks(announced, question, (asked) => asked.kind === kind);
  assert.equal(share('who told of quernd 2.1?', 'who'), 0.5);
  assert.equal(share('when was quernd 2.1 out?', 'when'), 0.5);
  assert.equal(share('does quernd 2.1 run?', 'compat'), 0);
  assert.equal(
    shareOfAsks(announced, 'by whom is quernd 2.1?', ({ wanted }) => wanted === 'date'),
    0.5,
  );
});

test('the very question is none of them, and where there is no other, the share is nought', () => {
  const [first = '', second = ''] = fact('Ada Weir announced Quernd 2.1 on 24 February 2031.').asks;
  const all = () => true;
  assert.equal(
    shareOfAsks(fact('Ada Weir announced Quernd 2.1 on 24 February 2031.'), first, ({ kind }) => kind === 'who'),
    1,
  );
  assert.equal(
    shareOfAsks(fact('Ada Weir announced Quernd 2.1 on 24 February 2031.'), second, ({ kind }) => kind === 'who'),
    0,
  );
  const needs = fact('Quernd needs 40 MB of memory.');
  assert.equal(shareOfAsks(needs, needs.asks[0] ?? '', all), 0);
});
