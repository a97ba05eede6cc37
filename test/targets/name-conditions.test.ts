import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isNameCondition, meetsConditions, type NamePlace } from '#targets/name-conditions.ts';

/** The place that stands between brackets: "runs on [M1] now". */
function placeIn(marked: string, more: Partial<NamePlace> = {}): NamePlace {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  return { text, start, end: marked.indexOf(']') - 1, isQuestion: false, isListed: false, ...more };
}

const cases: readonly [condition: string, holds: readonly string[], fails: readonly string[]][] = [
  ['capitalised', ['[Power]', '[Mac]'], ['[power]', '[POWER]', '[iMac]']],
  ['uppercase', ['[POWER]', '[M1]', 'two [M1s]', '[POWERs]'], ['[Power]', '[m1]', '[64]', '[MaCs]']],
  ['joined', ['[arm8]', '[Arm8]'], ['[arm 8]', '[arm-8]', '[arm.8]']],
  [
    'after-on',
    ['runs on [x]', 'On “linux” for "[x]', 'builds for ([x])', 'on  [x]', 'under [x]', 'it supports [x]', 'via [x]'],
    ['a person [x]', 'therefor [x]', 'on[x]', 'on, [x]', 'in [x]', '[x]'],
  ],
  [
    'after-article',
    ['the [x]', 'The "[x]', 'on my [x]', 'an [x]', 'every [x]', 'three [x]'],
    ['they breathe [x]', 'a formula [x]', 'the, [x]', 'and [x]', '[x]'],
  ],
  [
    'before-hardware',
    ['[x] boards', '[x]-based', "[x]'s servers", '[x] Box', '[x] boxes', '[x] binaries', '[x]  cpu.'],
    ['[x] portable', '[x] boardroom', '[x]boards', '[x], boards', '[x] mills'],
  ],
  [
    'not-possessive',
    ['[x]', '[x] runs', "[x] 's", "on [x]'support'", '[xs]'],
    ["[x]'s mill", '[x]’s mill', "[x]'S mill", "[x]'s"],
  ],
];

describe('what a name stands in the company of', () => {
  for (const [condition, holds, fails] of cases)
    test(condition, () => {
      for (const marked of holds) assert.equal(meetsConditions([condition], placeIn(marked)), true, marked);
      for (const marked of fails) assert.equal(meetsConditions([condition], placeIn(marked)), false, marked);
    });
});

test('a question and a list are what they are said to be', () => {
  for (const [condition, flag] of [
    ['question', 'isQuestion'],
    ['listed', 'isListed'],
  ] as const) {
    assert.equal(meetsConditions([condition], placeIn('[x]')), false);
    assert.equal(meetsConditions([condition], placeIn('[x]', { [flag]: true })), true);
  }
});

test('one of the alternatives is enough, and in each all must hold together', () => {
  const place = placeIn('runs on [x] mills');
  assert.equal(meetsConditions(['question', 'after-on'], place), true);
  assert.equal(meetsConditions(['after-on+before-hardware'], place), false);
  assert.equal(meetsConditions(['after-on+joined'], place), true);
  assert.equal(meetsConditions([], place), false);
  assert.equal(meetsConditions(['after-on+of-no-kind'], place), false);
  assert.deepEqual(['after-on', 'of-no-kind', 'toString'].map(isNameCondition), [true, false, false]);
});
