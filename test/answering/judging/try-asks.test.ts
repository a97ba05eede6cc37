import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findMisses, isAsGood, tryAsks } from '#answering/judging/try-asks.ts';
import { inventArchive } from '../invented-archive.ts';
import { millArchive } from '../mill-archive.ts';

const facts = `
- article: Quernd
  says: Quernd runs on arm64.
  about: [Quernd]
  on: [arm64]
  status: yes
  asks: [does quernd run on arm64?, is quernd there for 64-bit arm?, will quernd run on arm64?]
- article: Quernd
  says: Quernd needs 40 MB of memory.
  about: [Quernd]
  asks: [how much memory does quernd need?, where on arm64 does quernd run?]
`;
const archive = inventArchive({
  '2031-W07': { text: '### Quernd\n\nQuernd runs on arm64. Quernd needs 40 MB of memory.\n', facts },
  '2031-W08': '### Foodb\n\nFoodb is out.\n',
});

describe('an editor’s questions test the facts', () => {
  test('each is asked once, of one issue or of all', () => {
    const questions = [...tryAsks(archive)].map(({ question }) => question);
    assert.equal(questions.length, 5);
    assert.deepEqual([...tryAsks(archive, '2031-W08')], []);
  });

  test('without itself: one that leads to another fact is a miss, and named', () => {
    assert.deepEqual(
      findMisses('2031-W07', archive).map(({ question, wanted }) => [question, wanted]),
      [['where on arm64 does quernd run?', 'Quernd needs 40 MB of memory.']],
    );
  });

  test('four in five facts of the archive of mills are found by other questions than theirs', () => {
    const tried = [...tryAsks(millArchive)];
    const missed = tried.filter(({ wanted, found: [first] }) => first === undefined || !isAsGood(first, wanted));
    assert.ok(tried.length > 25);
    const questions = missed.map(({ question, found: [first] }) => `${question} ${first?.fact.says}`);
    assert.ok(missed.length <= tried.length / 5, questions.join('\n'));
  });
});

describe('a fact is as good as another', () => {
  const factOf = (says: string) => {
    const found = millArchive.index.facts.find(({ fact }) => fact.says === says);
    assert.ok(found, says);
    return found;
  };
  const planned = factOf('Quernd for arm64 is planned for 2030.');
  const ported = factOf('Quernd 2.1 runs on arm64.');

  test('where it is that one, or newer on the same matter', () => {
    assert.ok(isAsGood(planned, planned));
    assert.ok(isAsGood(ported, planned));
  });

  test('not where it is older and says otherwise, or is of another subject or place', () => {
    assert.ok(!isAsGood(planned, ported));
    assert.ok(!isAsGood(factOf('Meal 1.9 runs on arm64.'), ported));
    assert.ok(!isAsGood(factOf('There is no Quernd for Windows.'), planned));
  });
});
