import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isOrdinaryWord, weighWord } from '#search/words/word-weight.ts';

test('a name weighs more than a telling word, that more than a common one, and "the" next to nothing', () => {
  const rising = ['the', 'going', 'house', 'parliament', 'kettlectl'];
  const weights = rising.map(weighWord);
  assert.deepEqual(
    weights,
    weights.toSorted((a, b) => a - b),
  );
  assert.ok((weights[0] ?? 1) < 0.1);
  assert.ok((weights.at(-1) ?? 0) >= 3);
});

test('words of the language and of computing are ordinary in any form, names and words of objects are not', () => {
  for (const word of [
    'house',
    'Houses',
    'packages',
    'running',
    'kernel',
    'compiler',
    "we've",
    '17.07',
    '96',
    'open-source',
    'Greek',
    'Netherlands',
  ]) {
    assert.equal(isOrdinaryWord(word), true, word);
  }
  for (const word of ['kettlectl', 'Spoonfs', '6windgate', '__proto__'])
    assert.equal(isOrdinaryWord(word), false, word);
});

test('a number is telling and never a name', () => {
  for (const number of ['96', '17.07', 'v1.2', '10,000']) assert.equal(weighWord(number), 1, number);
});

test('a quantity is a number, however it is written', () => {
  for (const quantity of ['512mb', '4GB', '1080p', '24th']) assert.equal(isOrdinaryWord(quantity), true, quantity);
});

test('what is joined of ordinary words tells as much as the most telling of them, in any letter case', () => {
  assert.equal(weighWord('the-parliament'), weighWord('parliament'));
  assert.equal(weighWord('parliament/the'), weighWord('parliament'));
  for (const word of ['Kernel', 'KERNEL', 'Compilers']) assert.equal(weighWord(word), weighWord('kernel'), word);
});

test('two letters that no dictionary has may be anything, three are a name', () => {
  assert.equal(weighWord('zq'), 0.6);
  assert.equal(weighWord('zqx'), 3);
});

test('a word of thousands of apostrophes, or of as many contractions, has a weight', () => {
  for (const piece of ["'", '’', "'s", "n't", "a'a"]) {
    for (const pieces of [30, 1_000, 40_000])
      assert.equal(typeof weighWord(`x${piece.repeat(pieces)}`), 'number', piece);
  }
  assert.equal(weighWord("parliament's'"), weighWord('parliament'));
});
