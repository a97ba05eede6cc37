import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSecretStriker } from '#app/logging/secret-striker.ts';

describe('a secret is struck out', () => {
  const strike = createSecretStriker(['hunter2', 'hunter2 and "more"', 'short']);
  for (const [what, text, struck] of [
    ['wherever it stands', 'a hunter2 b hunter2', 'a [secret] b [secret]'],
    ['the longest first', 'hunter2 and "more"', '[secret]'],
    ['as JSON writes it', '{"a":"hunter2 and \\"more\\""}', '{"a":"[secret]"}'],
    ['as an address writes it', '?a=hunter2%20and%20%22more%22', '?a=[secret]'],
    ['not where it is too short to be one', 'short', 'short'],
  ] as const)
    test(what, () => assert.equal(strike(text), struck));
  test('of six letters, and not of five', () => {
    assert.equal(createSecretStriker(['sixsix'])('sixsix'), '[secret]');
    assert.equal(createSecretStriker(['fives'])('fives'), 'fives');
  });
});

describe('a token is struck out by its form, whosever it is', () => {
  const strike = createSecretStriker([]);
  const parts = [`M${'a'.repeat(23)}`, 'b'.repeat(6), 'c'.repeat(27)];
  for (const token of [
    ['xoxb', '1', 'a'].join('-'),
    ['xoxe.xoxp', '1', 'a'].join('-'),
    ['xapp', '1', 'A1', '2', 'b'].join('-'),
    parts.join('.'),
    `N${'a'.repeat(25)}.${'b'.repeat(7)}.${'c'.repeat(38)}`,
    `O${'a'.repeat(27)}.${'b'.repeat(6)}.${'c'.repeat(45)}`,
  ])
    test(token.slice(0, 9), () => assert.equal(strike(`a ${token} b`), 'a [token] b'));
  test('what only begins so is none', () => {
    for (const text of ['xoxb', 'xapp', 'Mill.barn.grain', parts.slice(0, 2).join('.')])
      assert.equal(strike(text), text);
  });
});
