import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { estimateLikelihood } from '#answering/judging/forest.ts';

// "Is the first below 2?"; if so, "is the second below 0.5?"
const tree = {
  trait: [0, 1, -1, -1, -1],
  bar: [2, 0.5, 0, 0, 0],
  below: [1, 2, 0, 0, 0],
  above: [4, 3, 0, 0, 0],
  value: [0, 0, -1, 1, 3],
};
const likelihood = (sum: number) => 1 / (1 + Math.exp(-sum));

describe('a tree is gone down from its first question to a leaf', () => {
  for (const [traits, value] of [
    [[1, 0.4], -1],
    [[1, 0.5], 1],
    [[2, 0.4], 3],
    [[1.999, 7], 1],
  ] as const)
    test(`${traits} – ${value}`, () =>
      assert.equal(
        estimateLikelihood({ traits: ['one', 'other'], start: 0, trees: [tree] }, traits),
        likelihood(value),
      ));
});

test('the values of all trees add up, from where nothing is known', () =>
  assert.equal(
    estimateLikelihood({ traits: ['one', 'other'], start: -0.5, trees: [tree, tree] }, [5, 0]),
    likelihood(5.5),
  ));

test('without a tree, all are as likely', () =>
  assert.equal(estimateLikelihood({ traits: [], start: 0, trees: [] }, []), 0.5));
