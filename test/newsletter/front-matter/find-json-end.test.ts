import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findJsonEnd } from '#newsletter/front-matter/find-json-end.ts';

describe('the line on which an object ends', () => {
  for (const [what, text, end] of [
    ['on its own line', '{"draft": true}', 0],
    ['some lines below', '{\n  "title": "A",\n  "draft": true\n}\n\nText {', 3],
    ['behind objects and lists inside', '{\n"a": {"b": [1, {"c": 2}]},\n"d": 1\n}', 3],
    ['braces in a text count for nothing', '{"a": "}",\n"b": "\\"}"\n}', 2],
    ['a text ends with its line', '{"a": "open\n}', 1],
    ['not at all', '{\n"a": 1\n', undefined],
    ['nowhere where none begins', 'text', undefined],
  ] as const)
    test(what, () => assert.equal(findJsonEnd(text.split('\n'), 0), end));

  test('from the line that it is asked from', () => assert.equal(findJsonEnd(['}', '{', '}'], 1), 2));
  test('no further down than keys go', () => {
    const of = (rows: number) => ['{', ...Array.from({ length: rows }, () => ''), '}'];
    assert.equal(findJsonEnd(of(398), 0), 399);
    assert.equal(findJsonEnd(of(399), 0), undefined);
  });
});
