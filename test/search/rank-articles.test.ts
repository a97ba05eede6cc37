import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type QueryWord, readQuery } from '#search/query.ts';
import { rankArticles } from '#search/rank-articles.ts';
import { searchArticles } from '#search/search-articles.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inverseFrequency } from '#search/text-index.ts';
import { gardenArchive } from './garden-archive.ts';

function find(words: string): string[] {
  return searchArticles(gardenArchive, words, 10).map(({ article, issue }) => `${issue.week} ${article.heading}`);
}

test('the article about a subject stands before one that only mentions it, and the newsletter about itself last', () => {
  const hits = find('mulchd');
  assert.equal(hits[0], '10 Mulchd 2.0 is out', 'named in the heading');
  assert.equal(hits[1], '10 A tour of compost daemons', 'named once in a long article');
  assert.equal(hits.at(-1), '11 Subscribe', 'named most often, but it is not news');
});

test('of two articles that say the same, the newer stands first', () => {
  assert.deepEqual(find('gravel'), ['11 Rakelib 1.1', '10 Rakelib for the Raspberry Pi']);
});

test('a name decides before ordinary words, a rare word before a common one', () => {
  assert.equal(
    find('does it take a while to compost a heap')[0],
    '10 A tour of compost daemons',
    'only there it took a while',
  );
  assert.equal(find('the temperature of a mulchd heap')[0], '10 Mulchd 2.0 is out', 'the question is about Mulchd');
});

test('a typing error, a part of a name, the initials and the address of a link find the article', () => {
  assert.equal(find('rakelbi')[0], '11 Rakelib 1.1', 'swapped letters');
  assert.equal(find('nodejs')[0], '11 Node.js on a shed computer', 'without its dot');
  assert.equal(find('node js')[0], '11 Node.js on a shed computer', 'in two words');
  assert.equal(find('AGH')[0], '10 Watering by Automatic Garden Hose', 'initials of the long form');
  assert.ok(find('code.example').includes('10 Mulchd 2.0 is out'), 'in the address');
});

test('words that say nothing, and words that the archive does not have, find nothing', () => {
  for (const words of ['', 'is it on the', 'zzyzxqv', '???', 'x'.repeat(10_000)])
    assert.deepEqual(find(words), [], words);
  assert.deepEqual(searchArticles(buildSnapshot([]), 'mulchd', 5), []);
});

/** Adds up each article's scores straight from the definition: a word counts by its best match. */
function rankSlowly(words: readonly QueryWord[]): { place: number; score: number }[] {
  const { index } = gardenArchive;
  const { starts, articles, strengths } = index.postings;
  return index.articles
    .map(({ article }, place) => {
      const sum = words
        .filter(({ weight }) => weight >= 0.15)
        .map(({ weight, matches }) =>
          matches.map(({ termId, factor }) => {
            const [start, end] = [starts[termId] ?? 0, starts[termId + 1] ?? 0];
            const at = articles.subarray(start, end).indexOf(place);
            return weight * factor * inverseFrequency(index, termId) * (at < 0 ? 0 : (strengths[start + at] ?? 0));
          }),
        )
        .reduce((total, scores) => total + Math.max(0, ...scores), 0);
      return { place, score: sum * (article.kind === 'housekeeping' ? 0.35 : 1) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || b.place - a.place);
}

test('ranks as the slow definition does, whatever the words and however few are wanted', (t) => {
  const seed = 1618;
  t.diagnostic(`seed ${seed}`);
  const vocabulary = [...gardenArchive.index.words, 'mulchdd', 'nodejs', 'the', 'unknownish'];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...vocabulary), { maxLength: 8 }),
      fc.integer({ min: 1, max: 9 }),
      (words, limit) => {
        const query = readQuery(words.join(' '), gardenArchive);
        const expected = rankSlowly(query);
        const ranked = rankArticles(query, gardenArchive, limit);
        assert.equal(ranked.length, Math.min(limit, expected.length));
        for (const [i, { place, score }] of ranked.entries()) {
          const slow = expected.find((one) => one.place === place);
          // Sums are kept in 32 bits.
          assert.ok(Math.abs((slow?.score ?? 0) - score) < 1e-4);
          assert.ok(Math.abs((expected[i]?.score ?? 0) - score) < 1e-4, 'nothing better was left out');
        }
      },
    ),
    { seed, numRuns: 1000 },
  );
});
