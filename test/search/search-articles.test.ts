import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchArticles } from '#search/search-articles.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { inventArchive } from '../answering/invented-archive.ts';
import { gardenArchive } from './garden-archive.ts';

function find(words: string): string[] {
  return searchArticles(gardenArchive, words, 10).map(({ article, issue }) => `${issue.week} ${article.heading}`);
}

test('the article about a subject stands before one that only mentions it, and the newsletter about itself is left out', () => {
  assert.deepEqual(find('mulchd'), ['10 Mulchd 2.0 is out', '10 A tour of compost daemons']);
  assert.deepEqual(find('sticker'), []);
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

test('a typing error and a part of a name find the article', () => {
  assert.equal(find('rakelbi')[0], '11 Rakelib 1.1', 'swapped letters');
  assert.equal(find('nodejs')[0], '11 Node.js on a shed computer', 'without its dot');
  assert.equal(find('node js')[0], '11 Node.js on a shed computer', 'in two words');
  assert.equal(find('AGH')[0], '10 Watering by Automatic Garden Hose');
});

test('a word that the archive has is no typing error, in whatever letters it is typed', () => {
  const archive = inventArchive({
    '2031-W07': '### Foss\n\nFoss draws.\n\n### Gloss\n\nGloss shines, Gloss draws.\n\n### Moss\n\nMoss grows.\n',
  });
  for (const typed of ['foss', 'Foss', 'FOSS'])
    assert.deepEqual(
      searchArticles(archive, typed, 5).map(({ article }) => article.heading),
      ['Foss'],
      typed,
    );
});

test('what the facts of an article have is found, too, by the names of the list', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Short news\n\nQuernd runs on arm64.\n\n### More news\n\nFoodb is out.\n',
        facts:
          '- article: Short news\n  says: Quernd runs on arm64.\n  about: [Quernd]\n  on: [arm64]\n  status: yes\n  asks: [is the mill program ported?]\n',
      },
    },
    '- { name: Quernd, also: [Millstone], kind: [database] }\n',
  );
  const [first, ...others] = searchArticles(archive, 'millstone', 5);
  assert.equal(first?.article.heading, 'Short news');
  assert.deepEqual(others, []);
  assert.equal(searchArticles(archive, 'databases', 5)[0]?.article.heading, 'Short news');
  assert.equal(searchArticles(archive, 'foodb', 5)[0]?.article.heading, 'More news', 'one without facts by its words');
});

test('words that say nothing, and words that the archive does not have, find nothing', () => {
  for (const words of ['', 'is it on the', 'zzyzxqv', '???', 'x'.repeat(10_000)])
    assert.deepEqual(find(words), [], words);
  assert.deepEqual(searchArticles(buildSnapshot([]), 'mulchd', 5), []);
  assert.equal(searchArticles(gardenArchive, 'heap mulchd gravel', 1).length, 1, 'no more than were asked for');
});
