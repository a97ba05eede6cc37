import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { inventArchive } from '../answering/invented-archive.ts';
import { millArchive } from '../answering/mill-archive.ts';

const facts = `
- article: Quernd 2.0
  says: Quernd runs on arm64.
  about: [Quernd]
  on: [arm64]
  status: yes
  asks: [is quernd ported?]
`;

const archive = inventArchive({
  '2031-W09': '### Quernd again\n\nNothing is new.\n',
  '2031-W07': {
    text: '### Quernd 2.0\n\nQuernd runs on arm64. It is round.\n\n### Foodb\n\nFoodb runs on armv7.\n\n### Subscribe\n\nWrite to us.\n',
    facts,
  },
});

describe('a snapshot', () => {
  test('has the issues oldest first, in whatever order they are read, and their facts beside them', () => {
    assert.deepEqual(
      archive.issues.map(({ id }) => id),
      ['2031-W07', '2031-W09'],
    );
    assert.deepEqual(
      archive.issues.map(({ id }) => [id, archive.factsOf(id).length]),
      [
        ['2031-W07', 1],
        ['2031-W09', 0],
      ],
    );
  });

  test('knows the words that are written, not the parts of addresses', () => {
    const { words } = inventArchive({
      '2031-W07':
        '### Tarn One\n\nThe Tarn One is at mill.example/2031/new-quernbery-board, next to the Quern-Berry.\n',
    });
    assert.ok(!words.has('quernbery'), 'somebody misspelt it in an address');
    assert.ok(words.has('quern') && words.has('berry'));
  });

  test('reads an article sentence by sentence where no fact is written down, and only there', () => {
    const says = archive.index.facts.map(({ fact }) => [fact.says, fact.isReviewed]);
    assert.deepEqual(says, [
      ['Quernd runs on arm64.', true],
      ['Foodb runs on armv7.', false],
      ['Nothing is new.', false],
    ]);
  });

  test('knows every word of the articles and the facts, and no other', () => {
    for (const word of ['quernd', 'round', 'ported', 'arm64', 'foodb']) assert.ok(archive.words.has(word), word);
    assert.ok(!archive.words.has('flurble'));
  });

  test('mends a typing error towards its own names', () => {
    assert.equal(archive.spelling.suggest('qeurnd')[0]?.word, 'quernd');
  });

  test('of nothing is empty', () => {
    const empty = buildSnapshot([]);
    assert.deepEqual([empty.issues, empty.index.facts, empty.names.all], [[], [], []]);
  });
});

test('a snapshot of what another has worked out is the same, each fact with all that it is about and on', () => {
  const describeAll = ({ index, names, words }: Snapshot) => ({
    facts: index.facts.map(
      ({ fact, status, about, subjects, makers, on, mentioned, saysList, headingList, firstAsk }) => {
        const ids = [about, makers].map((named) => named.map(({ id }) => id));
        const targets = [...subjects, { targets: mentioned }].map((one) => one.targets.map(({ id }) => id));
        assert.equal(status, fact.status);
        return { fact, ids, targets, on, lists: [saysList, headingList, firstAsk] };
      },
    ),
    names: names.all.map((named) => [named, index.byName.get(named.id)]),
    targets: [...index.byTarget],
    terms: [...index.termIds.keys()],
    words: [...words],
  });
  const { issues, factsOf, workedOut } = millArchive;
  const factual = issues.map((issue) => ({ issue, facts: factsOf(issue.id) }));
  assert.deepEqual(describeAll(buildSnapshot(factual, [], structuredClone(workedOut))), describeAll(millArchive));
});
