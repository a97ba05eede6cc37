import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flawOfFormat, flawOfKeys, flawsOfRulers } from '#newsletter/front-matter/flaws.ts';
import { readRuler } from '#newsletter/front-matter/ruler.ts';

function flawsOf(...lines: readonly string[]): string[] {
  const opener = readRuler(lines[0] ?? '');
  assert.ok(opener);
  return flawsOfRulers(lines, opener, 0, lines.length - 1).map(({ line, message }) => `${line}: ${message}`);
}

describe('rulers as the books have them are no flaw', () => {
  for (const rulers of [
    ['---', '---'],
    ['---', '...'],
    ['+++', '+++'],
    [';;;', ';;;'],
    ['---yaml', '---'],
    ['--- toml', '---'],
    [';;; json', ';;;'],
  ])
    test(rulers.join(' and '), () => assert.deepEqual(flawsOf(rulers[0] ?? '', 'title: A', rulers[1] ?? ''), []));
});

describe('of other rulers the first is told, with its line', () => {
  for (const [opener, closer, flaw] of [
    ['--', '---', '1: front matter: expected ---, found --'],
    ['---', '-----', '3: front matter: expected ---, found -----'],
    ['---', '-----------', '3: front matter: expected ---, found a longer line of hyphens'],
    ['---', '----------', '3: front matter: expected ---, found ----------'],
    ['\ufeff---', '---', '1: front matter: expected ---, found it behind other characters'],
    ['++', '+++', '1: front matter: expected +++, found ++'],
    ['+++', '++++', '3: front matter: expected +++, found ++++'],
    ['===', '===', '1: front matter: expected ---, found ==='],
    // Only what closes may be three dots, only what opens may name a language.
    ['---', '---yaml', '3: front matter: expected ---, found ---yaml'],
  ] as const)
    test(`${opener} and ${closer}`, () => assert.deepEqual(flawsOf(opener, 'title: A', closer), [flaw]));
  test('three dots open nothing', () =>
    assert.deepEqual(flawsOf('...', 'title: A', '...'), ['1: front matter: expected ---, found ...']));
});

test('a frame that is never closed is told where it opens', () => {
  const opener = readRuler('---');
  assert.ok(opener);
  assert.deepEqual(
    flawsOfRulers(['', '---', 'title: A'], opener, 1, -1).map(({ line, message }) => [line, message]),
    [[2, 'front matter: opened here and never closed']],
  );
});

test('keys of another language than their rulers are told with the rulers to write', () => {
  const [hyphens, pluses] = [readRuler('---'), readRuler('+++')];
  assert.ok(hyphens && pluses);
  const toml = flawOfFormat(0, hyphens, 'toml');
  assert.deepEqual([toml.line, toml.message], [1, 'front matter: found TOML below ---']);
  assert.match(toml.remedy, /write \+\+\+/);
  assert.match(flawOfFormat(3, pluses, 'yaml').remedy, /write ---/);
});

test('keys that are in no language are told with the fault and its line', () => {
  const flaw = flawOfKeys('YAML', 'a colon too many', 4);
  assert.deepEqual([flaw.line, flaw.message], [4, 'front matter: not valid YAML (a colon too many)']);
});
