import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  findCloser,
  findIndexFrom,
  findOpenEnd,
  isBlankOrComment,
  isKeyLike,
  isKnownLine,
  MAX_LINES,
} from '#newsletter/front-matter/key-lines.ts';
import { readRuler } from '#newsletter/front-matter/ruler.ts';

describe('the ruler that closes', () => {
  const opener = readRuler('---');
  for (const [what, lines, closer] of [
    ['behind keys', ['title: A', 'draft: true', '---'], 2],
    ['behind what a key goes on with', ['tags:', '  - a', '- b', '# comment', '', '"quoted": 1', '---'], 6],
    ['behind a key of more than one word', ['Some words here: 1', '---'], 1],
    ['not behind a sentence', ['title: A', 'Quernd runs. It does:', '---'], undefined],
    ['not behind a heading', ['title: A', '', '# Quernd', '---'], undefined],
    ['not of other marks', ['title: A', '+++'], undefined],
    ['not where there is none', ['title: A'], undefined],
  ] as const)
    test(what, () => assert.equal(findCloser(lines, 0, opener), closer));

  test('hyphens close what was never opened, pluses do not', () => {
    assert.equal(findCloser(['title: A', '---'], 0, undefined), 1);
    assert.equal(findCloser(['title: A', '+++'], 0, undefined), undefined);
  });
  test('no further down than keys go', () => {
    const of = (rows: number) => [...Array.from({ length: rows }, () => 'a: 1'), '---'];
    assert.equal(findCloser(of(MAX_LINES - 1), 0, opener), MAX_LINES - 1);
    assert.equal(findCloser(of(MAX_LINES), 0, opener), undefined);
  });
});

test('keys that no ruler closes end at the text, a blank line or a heading', () => {
  assert.equal(findOpenEnd(['title: A', '  goes on', '- b', 'Quernd runs.'], 0), 3);
  assert.equal(findOpenEnd(['title: A', '', 'b: 1'], 0), 1);
  assert.equal(findOpenEnd(['title: A', '#comment', '# Heading'], 0), 2);
});

describe('a line that reads like a key', () => {
  for (const [line, isLike, isKnown] of [
    ['draft: true', true, true],
    ['colour: red', true, false],
    ['title: anything at all that is written here', true, true],
    ['publish date: 2031-01-01', true, true],
    ['Some words: here', false, false],
    ['Draft: the committee wrote four pages of it', true, false],
    ['Quernd runs on arm64.', false, false],
  ] as const)
    test(line, () => assert.deepEqual([isKeyLike(line), isKnownLine(line)], [isLike, isKnown]));
});

test('blank lines and comments say nothing', () =>
  assert.deepEqual(['', '  ', '# a', ' #a', 'a # b'].map(isBlankOrComment), [true, true, true, true, false]));

test('the first line that fits, or the end of the longest front matter', () => {
  const isB = (line: string) => line === 'b';
  assert.equal(findIndexFrom(['b', 'a', 'b'], 1, isB), 2);
  assert.equal(findIndexFrom(['a', 'a'], 0, isB), 2);
  assert.equal(
    findIndexFrom(
      Array.from({ length: 500 }, () => 'a'),
      3,
      isB,
    ),
    3 + MAX_LINES,
  );
});
