import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import lists from '#newsletter/articles/housekeeping.json' with { type: 'json' };
import {
  findContentsHeading,
  isGreeting,
  isHousekeepingHeading,
  isHousekeepingText,
  plainWords,
} from '#newsletter/articles/housekeeping.ts';
import { isAboutOpenProblems } from '#newsletter/articles/open-problems.ts';
import { splitContentsLine } from '#newsletter/articles/split-contents-line.ts';

test('words are compared in small letters, without signs', () =>
  assert.equal(plainWords(' What’s in — “This” Issue? '), 'whats in this issue'));

test('each word of the lists is written as it is compared', () => {
  const { headingStarts, ...others } = lists;
  for (const words of Object.values(others).flat()) assert.equal(plainWords(words), words);
  for (const start of headingStarts) assert.equal(plainWords(start), start.trim());
  for (const words of lists.ambiguousContentsHeadings) assert.equal(findContentsHeading(words), 'maybe', words);
});

describe('a heading', () => {
  for (const [heading, contents, isHousekeeping] of [
    ['In this issue:', 'always', false],
    ['Table of Contents', 'always', false],
    ['In the news', 'maybe', false],
    ['Index', 'maybe', false],
    ['Subscribe', undefined, true],
    ['About Us', undefined, true],
    ['Welcome to the mill', undefined, true],
    ['Thanks for reading!', undefined, true],
    ['About mills', undefined, false],
    ['Welcome, Quernd', undefined, false],
    ['Index of mills', undefined, false],
  ] as const)
    test(heading, () =>
      assert.deepEqual([findContentsHeading(heading), isHousekeepingHeading(heading)], [contents, isHousekeeping]),
    );
});

test('a paragraph is about the newsletter by a phrase of whole words', () => {
  assert.equal(isHousekeepingText('To subscribe, write to us.'), true);
  assert.equal(isHousekeepingText('Kim wrote this newsletter.'), true);
  assert.equal(isHousekeepingText('It has to subscribers a meaning.'), false);
  assert.equal(isHousekeepingText('Quernd runs.'), false);
});

describe('a greeting', () => {
  for (const [sentence, is] of [
    ['Hi all!', true],
    ['Welcome, millers.', true],
    ['Thanks for the grain.', true],
    ['You can unsubscribe at any time.', true],
    [`Hello ${'x'.repeat(134)}`, true],
    [`Hello ${'x'.repeat(135)}`, false],
    ['High mills turn.', false],
    ['Quernd says hello.', false],
  ] as const)
    test(sentence.slice(0, 40) + (sentence.length > 40 ? `… ${sentence.length}` : ''), () =>
      assert.equal(isGreeting(sentence), is),
    );
});

describe('a heading over problems that were not solved', () => {
  for (const [heading, is] of [
    ['Known issues', true],
    ['Open bugs', true],
    ['Issues that remain open', true],
    ['Problems not yet solved', true],
    ['Outstanding arm64 build problems', true],
    ['Fixed issues', false],
    ['Known issues that we fixed', false],
    ['Open issues for newcomers', false],
    ['Issues', false],
    ['Open source', false],
    [`${'x'.repeat(290)} known issues`, false],
  ] as const)
    test(heading.slice(-40), () => assert.equal(isAboutOpenProblems(heading), is));
});

describe('a list of contents that was written as a paragraph', () => {
  for (const [what, rows, entries] of [
    ['one row by its commas', ['Quernd, Foodb, and Pebble'], ['Quernd', 'Foodb', 'Pebble']],
    [
      'one row by its semicolons, where it has some',
      ['Quernd, the mill; Foodb; and more.'],
      ['Quernd, the mill', 'Foodb'],
    ],
    ['a row each', ['Quernd', '', 'Foodb.'], ['Quernd', 'Foodb']],
    [
      'rows that go on until a separator',
      ['Quernd and its', 'mills,', 'Foodb and', 'Pebble'],
      ['Quernd and its mills', 'Foodb', 'Pebble'],
    ],
    ['“more” is no entry', ['Quernd, and much more'], ['Quernd']],
    ['nor is a sign', ['Quernd, —'], ['Quernd']],
    ['nothing', [], []],
  ] as const)
    test(what, () => assert.deepEqual(splitContentsLine(rows), entries));
});
