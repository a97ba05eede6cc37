import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { estimateLikelihood } from '#answering/judging/forest.ts';
import { type Example, growForest } from '../../../bench/fit/grow-forest.ts';
import { makeRandom } from '../../../bench/seeded-random.ts';

const growth = { trees: 30, rate: 0.3, leaves: 4, minExamples: 10, smoothing: 1, parts: 16, rows: 1, columns: 1 };

/** Points in a square, each with what `isYes` says of it. */
function draw(count: number, isYes: (one: number, other: number) => boolean): Example[] {
  const random = makeRandom(7);
  return Array.from({ length: count }, () => {
    const traits = [random(), random()] as const;
    return { traits, isYes: isYes(...traits), weight: 1 };
  });
}

function shareRight(examples: readonly Example[], seen: readonly Example[]): number {
  const forest = growForest(['one', 'other'], seen, growth);
  const right = examples.filter(({ traits, isYes }) => estimateLikelihood(forest, traits) > 0.5 === isYes);
  return right.length / examples.length;
}

describe('a forest finds', () => {
  for (const [name, isYes] of [
    ['a bar', (one: number) => one > 0.3],
    ['what only two signs together tell', (one: number, other: number) => one > 0.5 === other > 0.5],
    ['a range', (one: number) => one > 0.3 && one < 0.6],
  ] as const)
    test(`${name}, on what it has not seen`, () => {
      const all = draw(2000, isYes);
      const share = shareRight(all.slice(1000), all.slice(0, 1000));
      assert.ok(share > 0.93, `${share}`);
    });
});

test('the same examples give the same forest', () => {
  const examples = draw(300, (one, other) => one + other > 1);
  assert.deepEqual(growForest(['one', 'other'], examples, growth), growForest(['one', 'other'], examples, growth));
});

test('an example of more weight counts more', () => {
  const of = (weight: number) => {
    const examples = [true, false].flatMap((isYes) =>
      Array.from({ length: 50 }, () => ({ traits: [0], isYes, weight: isYes ? weight : 1 })),
    );
    return estimateLikelihood(growForest(['one'], examples, growth), [0]);
  };
  assert.ok(Math.abs(of(1) - 0.5) < 0.01);
  assert.ok(of(3) > 0.7);
});

test('no leaf is made of fewer examples than it must have', () => {
  const examples = draw(100, (one) => one > 0.97);
  const { trees } = growForest(['one', 'other'], examples, { ...growth, minExamples: 60 });
  assert.ok(trees.every(({ trait }) => trait.length === 1));
});
