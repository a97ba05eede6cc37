import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Features, scoreOf, weights } from '#answering/choosing/rank-facts.ts';

const names = Object.keys(weights) as (keyof Features)[];

test('a score is the sum of all features by their weights', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ min: 0, max: 1, noNaN: true }), { minLength: names.length }), (values) => {
      const features = Object.fromEntries(names.map((name, i) => [name, values[i]])) as unknown as Features;
      const sum = names.reduce((score, name) => score + weights[name] * features[name], 0);
      assert.ok(Math.abs(scoreOf(features) - sum) < 1e-9);
    }),
    { seed: 20261128 },
  );
});
