import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isCloserOf, readRuler, shownLine } from '#newsletter/front-matter/ruler.ts';

describe('a line that frames keys', () => {
  for (const [line, kind, format, isExact] of [
    ['---', 'hyphens', 'yaml', true],
    ['---  ', 'hyphens', 'yaml', true],
    ['+++', 'pluses', 'toml', true],
    [';;;', 'semicolons', 'json', true],
    [' ---', 'hyphens', 'yaml', false],
    ['\ufeff---', 'hyphens', 'yaml', false],
    ['--', 'hyphens', 'yaml', false],
    ['-----', 'hyphens', 'yaml', false],
    ['- - -', 'hyphens', 'yaml', false],
    ['\u2014', 'hyphens', 'yaml', false],
    ['\u2013\u2013\u2013', 'hyphens', 'yaml', false],
    ['++', 'pluses', 'toml', false],
    ['---toml', 'hyphens', 'toml', false],
    ['--- YML', 'hyphens', 'yaml', false],
    ['--- json # keys', 'hyphens', 'json', false],
    ['===', 'other', 'yaml', true],
    ['~~~~', 'other', 'yaml', false],
    ['...', 'other', 'yaml', true],
  ] as const)
    test(JSON.stringify(line), () => {
      const ruler = readRuler(line);
      assert.deepEqual([ruler?.kind, ruler?.format, ruler?.isExact], [kind, format, isExact]);
    });
});

test('a ruler may be as long as a line of eighty, with its language and a remark', () => {
  assert.equal(readRuler('-'.repeat(80))?.kind, 'hyphens');
  assert.equal(readRuler('-'.repeat(81)), undefined);
  assert.equal(readRuler(`--- yaml # ${'x'.repeat(109)}`)?.kind, 'hyphens');
  assert.equal(readRuler(`--- yaml # ${'x'.repeat(110)}`), undefined);
});

describe('a line that frames nothing', () => {
  for (const line of ['', '-', '+', '- item', '--- a title', '==', '--=', `${'-'.repeat(121)}`, '---markdown'])
    test(JSON.stringify(line), () => assert.equal(readRuler(line), undefined));
});

describe('what closes what was opened', () => {
  for (const [opener, closer, closes] of [
    ['---', '-----', true],
    ['---', '...', true],
    ['+++', '+++', true],
    ['+++', '---', false],
    ['---', '+++', false],
    ['+++', '...', false],
    ['===', '===', true],
    ['===', '~~~', false],
  ] as const)
    test(`${opener} by ${closer}: ${closes}`, () => {
      const [one, other] = [readRuler(opener), readRuler(closer)];
      assert.ok(one && other);
      assert.equal(isCloserOf(one, other), closes);
    });
});

test('what nobody sees of a line does not count', () =>
  assert.equal(shownLine('\u200b  draft\u00ad: \ufeff true\0 '), 'draft:  true'));
