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

test('what tells for a fact raises its score, what tells against it lowers it', () => {
  const none = Object.fromEntries(Object.keys(weights).map((name) => [name, 0])) as unknown as Features;
  const against = new Set(['topics', 'lacksStatus', 'otherNames']);
  for (const name of Object.keys(weights)) {
    const gain = scoreOf({ ...none, [name]: 1 }) - scoreOf(none);
    assert.ok(against.has(name) ? gain < 0 : gain > 0, `${name}: ${gain}`);
  }
});
