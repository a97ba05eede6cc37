import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { foldName } from '#facts/fold-name.ts';
import { knownProducts } from '#search/known-products.ts';
import products from '#search/words/known-products.json' with { type: 'json' };
import { findNearTerms } from '#search/words/near-terms.ts';
import lists from '#search/words/needed-words.json' with { type: 'json' };
import { needOf } from '#search/words/needed-words.ts';
import thesaurus from '#search/words/thesaurus.json' with { type: 'json' };
import { isOrdinaryWord } from '#search/words/word-weight.ts';
import { buildThesaurus } from '../../../scripts/build-thesaurus.ts';

describe('names that people in computing know', () => {
  test('none stands twice, none is an ordinary word by itself, and they stand in the order in which they are looked up', () => {
    const folded = products.map(foldName);
    assert.equal(new Set(folded).size, products.length);
    assert.deepEqual(folded, folded.toSorted());
    assert.deepEqual(
      products.filter((name) => !/[\s-]/.test(name) && isOrdinaryWord(name)),
      [],
    );
  });

  test('one is found in any spelling', () => {
    assert.equal(knownProducts.findFolded(foldName('apache flink'))?.name, 'Apache Flink');
    assert.equal(knownProducts.findFolded(foldName('ApacheFlink'))?.name, 'Apache Flink');
    assert.equal(knownProducts.findFolded(foldName('sql server'))?.name, 'SQL Server');
    assert.equal(knownProducts.findFolded('flurbledb'), undefined);
    for (const end of [products[0], products.at(-1)] as string[]) {
      assert.equal(knownProducts.findFolded(foldName(end))?.name, end);
    }
    assert.equal(knownProducts.findFolded(''), undefined);
    assert.equal(knownProducts.findFolded('\u{10ffff}'), undefined);
  });
});

describe('words that answer one another', () => {
  const source = readFileSync(new URL('../../../scripts/words/thesaurus.txt', import.meta.url), 'utf8');

  test('what is shipped is what the source makes; "node scripts/build-thesaurus.ts" makes it anew', () =>
    assert.deepEqual(thesaurus, buildThesaurus(source)));

  test('of one group each answers each, and what stands behind ">" answers only', () =>
    assert.deepEqual(buildThesaurus('# a comment\nhen, duck > bird\n\nfox, wolf\n'), {
      duck: 'bird hen',
      fox: 'wolf',
      hen: 'bird duck',
      wolf: 'fox',
    }));

  test('two words that are one are found by both', () => {
    const others = findNearTerms('come', 'out').filter((term) => !findNearTerms('come', 'in').includes(term));
    assert.ok(others.length > 0);
  });

  test('a word that has none has none', () => assert.deepEqual(findNearTerms('flurble', 'run'), []));
});

describe('how much an answer needs a word of the question', () => {
  for (const [word, need] of [
    ['battery', 'essential'],
    ['Licence', 'essential'],
    ['batteries', 'essential'],
    ['available', 'loose'],
    ['boss', 'chatter'],
    ['flurble', 'normal'],
  ] as const)
    test(`${word}: ${need}`, () => assert.equal(needOf(word), need));

  test('no word is in two lists', () => {
    const all = Object.values(lists).flatMap((words) => words.split(' '));
    assert.equal(new Set(all).size, all.length);
  });
});
