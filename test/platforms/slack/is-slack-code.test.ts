import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isSlackCode, readSlackCode } from '#platforms/slack/calling/codes.ts';

describe('what is a code at all', () => {
  const cases: readonly [text: unknown, isCode: boolean][] = [
    ['invalid_auth', true],
    ['no', true],
    ['error_404', true],
    [`a${'b'.repeat(80)}`, true],
    [`a${'b'.repeat(81)}`, false],
    ['x', false],
    ['not a code', false],
    ['invalid_auth.', false],
    ['Invalid_auth', false],
    ['_private', false],
    ['4xx', false],
    ['<html>', false],
    ['', false],
    [404, false],
    [undefined, false],
  ];
  for (const [text, isCode] of cases)
    test(`${JSON.stringify(text)}: ${isCode}`, () => assert.equal(isSlackCode(text), isCode));
});

test('a code that no table knows passes, whatever it is called', () => {
  for (const code of ['never_heard_of', 'constructor', 'toString', '__proto__']) {
    const { kind, remedy } = readSlackCode(code);
    assert.equal(kind, 'passing', code);
    assert.match(remedy, new RegExp(`\\(${code}\\)`));
  }
});
