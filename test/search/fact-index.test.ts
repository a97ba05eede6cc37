import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countHolders } from '#search/fact-index.ts';
import { collectLists, listAt } from '#search/reading/number-lists.ts';
import { weighTerm } from '#search/reading/read-terms.ts';
import { termsOfWord, tokenize } from '#search/words/tokenize.ts';
import { inventArchive } from '../answering/invented-archive.ts';
import { millArchive } from '../answering/mill-archive.ts';

const { index, names } = millArchive;
const sayingsAt = (places: readonly number[] = []) => places.map((place) => index.facts[place]?.fact.says);

describe('facts are found', () => {
  test('by what they are about or run on, oldest first', () => {
    const named = names.find('Tarn One');
    assert.deepEqual(sayingsAt(index.byName.get(named?.id ?? -1)), [
      'The Tarn One is a laptop with an arm64 processor.',
      'A port of Rillos to the Tarn One is under way.',
    ]);
  });

  test('by the target that they are on', () => {
    assert.deepEqual(sayingsAt(index.byTarget.get('windows')), [
      'There is no Quernd for Windows.',
      'Foodb runs on Windows without its cache.',
    ]);
  });

  test('by each thing that one place names', () => {
    const says = 'Quernd runs on Rillos with Foodb.';
    const archive = inventArchive(
      {
        '2031-W07': {
          text: `### Quernd\n\n${says}\n`,
          facts: `- article: Quernd\n  says: ${says}\n  about: [Quernd]\n  on: [Rillos with Foodb]\n  status: yes\n  asks: [does it run?]\n`,
        },
      },
      '- name: Quernd\n- name: Rillos\n- name: Foodb\n',
    );
    for (const name of ['Quernd', 'Rillos', 'Foodb'])
      assert.deepEqual(archive.index.byName.get(archive.names.find(name)?.id ?? -1), [0], name);
    const [place] = archive.index.facts[0]?.on ?? [];
    assert.deepEqual(
      place?.names.map(({ name }) => name),
      ['Rillos', 'Foodb'],
    );
  });

  test('by each of their words, those of their heading, their names’ kinds and their questions', () => {
    for (const word of ['grain', 'boards', 'database', 'hang']) {
      const id = index.termIds.get(termsOfWord(word)[0] ?? '') ?? -1;
      assert.ok(id >= 0 && countHolders(index, id) > 0, word);
    }
  });
});

test('each term’s holders are the facts that have it, straight from the definition', () => {
  for (const [term, id] of index.termIds) {
    const expected = index.facts.flatMap(({ fact, saysList, headingList, firstAsk }, place) => {
      const lists = [saysList, saysList + 1, headingList, ...fact.asks.map((_, ask) => firstAsk + ask)];
      return lists.some((list) => listAt(index.lists, list).includes(id)) ? [place] : [];
    });
    assert.deepEqual([...listAt(index.holders, id)], expected, term);
  }
});

test('a fact’s lists are the terms of its sentence, its names and each of its asks', () => {
  const idsOf = (text: string) =>
    tokenize(text).flatMap(({ terms }) => terms.map((term) => index.termIds.get(term) ?? -1));
  for (const { fact, article, saysList, headingList, firstAsk } of index.facts) {
    assert.deepEqual([...listAt(index.lists, saysList)], idsOf(fact.says));
    assert.deepEqual([...listAt(index.lists, headingList)], idsOf(article.heading));
    for (const [ask, text] of fact.asks.entries())
      assert.deepEqual([...listAt(index.lists, firstAsk + ask)], idsOf(text));
    for (const id of idsOf(fact.about.join(' '))) assert.ok(listAt(index.lists, saysList + 1).includes(id));
  }
});

test('lists of numbers come back as they were added, however many there are', () => {
  const lists = Array.from({ length: 3000 }, (_, length) =>
    Array.from({ length: length % 7 }, (__, at) => length + at),
  );
  const collected = collectLists();
  for (const [number, list] of lists.entries()) assert.equal(collected.add(list), number);
  const built = collected.build();
  assert.deepEqual(
    lists.map((_, number) => [...listAt(built, number)]),
    lists,
  );
});

test('two targets in one entry are one place, two entries are two', () => {
  const text = '### Quernd\n\nQuernd runs on Fedora on arm64, and on Windows.\n';
  const facts = `
- article: Quernd
  says: Quernd runs on Fedora on arm64, and on Windows.
  about: [Quernd]
  on: [Fedora on arm64, Windows]
  status: yes
  asks: [does quernd run on fedora?]
`;
  const [only] = inventArchive({ '2031-W07': { text, facts } }).index.facts;
  assert.deepEqual(
    only?.on.map(({ targets }) => targets.map(({ id }) => id)),
    [['fedora', 'arm64'], ['windows']],
  );
});

test('a word tells less the more facts have it, and a name more than a common word', () => {
  assert.ok(weighTerm('quernd', 1, 1000) > weighTerm('quernd', 900, 1000));
  assert.ok(weighTerm('quernd', 900, 1000) > 0);
  assert.ok(weighTerm('quernd', 10, 1000) > weighTerm('the', 10, 1000));
});
