import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countHolders, weighTerm } from '#search/fact-index.ts';
import { termsOfWord } from '#search/tokenize.ts';
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

  test('by each of their words, those of their heading, their names’ kinds and their questions', () => {
    for (const word of ['grain', 'boards', 'database', 'hang']) {
      const id = index.termIds.get(termsOfWord(word)[0] ?? '') ?? -1;
      assert.ok(id >= 0 && countHolders(index, id) > 0, word);
    }
  });
});

test('each term’s holders are the facts that have it, straight from the definition', () => {
  for (const [term, id] of index.termIds) {
    const expected = index.facts.flatMap(({ saysTerms, headingTerms, nameTerms, askTerms }, place) =>
      [saysTerms, headingTerms, nameTerms, ...askTerms].some((terms) => terms.includes(id)) ? [place] : [],
    );
    const found = index.holders.slice(index.starts[id], (index.starts[id] ?? 0) + countHolders(index, id));
    assert.deepEqual([...found], expected, term);
  }
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
