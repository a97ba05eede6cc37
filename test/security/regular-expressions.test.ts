import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeAttacks } from './compose-attacks.ts';
import { listRegularExpressions } from './list-regular-expressions.ts';
import { findCatastrophe } from './measure-attack.ts';

const expressions = await listRegularExpressions();

test('the time of every regular expression of the program grows with the length of a text, not with its square', (t) => {
  assert.ok(expressions.length > 300, `only ${expressions.length} were found`);
  let attacks = 0;
  const catastrophes = expressions.flatMap(({ place, source, flags }) => {
    const expression = new RegExp(source, flags);
    const composed = composeAttacks(expression);
    attacks += composed.length;
    const found = composed.map((attack) => findCatastrophe(expression, attack)).find((growth) => growth !== undefined);
    return found === undefined ? [] : [{ place, expression: `/${source}/${flags}`, ...found }];
  });
  t.diagnostic(`${expressions.length} expressions, ${attacks} attacks`);
  assert.deepEqual(catastrophes, []);
});

test('the attacks do find what grows faster, and leave alone what does not', () => {
  const judge = (expression: RegExp) =>
    composeAttacks(expression).some((attack) => findCatastrophe(expression, attack) !== undefined);
  for (const bad of [
    /^(a+)+$/,
    /(?:\w+\s?)*:/,
    /\*((?:\\.|[^*])+?)\*/,
    /a*a*a*a*a*b/,
    /\s+$/,
    /(?:\w+\s)*:/,
    /\w+@\w+/,
  ])
    assert.ok(judge(bad), String(bad));
  for (const good of [/^a+$/, /(?<!\s)\s+$/, /^(?:\w+\s)*:/, /^[^:]*:/, /a{1,3}b/, /\b\w{1,30}@\w+/])
    assert.ok(!judge(good), String(good));
});
