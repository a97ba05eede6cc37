import { test } from 'node:test';
import * as greetings from '#newsletter/articles/greeting-words.ts';
import * as housekeeping from '#newsletter/articles/housekeeping-words.ts';
import * as publication from '#newsletter/front-matter/publication-keys.ts';
import { matchFixture } from '../fixtures/match-fixture.ts';

test('no word that greets, keeps house, or holds an issue back is lost by the way', (t) => {
  const lists = Object.entries({ ...greetings, ...housekeeping, ...publication });
  const text = lists.map(([name, words]) => {
    const all = typeof words === 'function' ? [] : words instanceof RegExp ? [String(words)] : [...words].map(String);
    return `${name}\n${all.map((word) => `  ${word}\n`).join('')}`;
  });
  matchFixture(t, text.join('\n'), 'newsletter-words.txt');
});
