import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rankFacts } from '#answering/choosing/rank-facts.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { inventArchive } from '../invented-archive.ts';

const fact = (heading: string, says: string, ask: string) =>
  `- article: ${heading}\n  says: ${says}\n  about: [Quernd]\n  asks: [${ask}]\n`;

const archive = inventArchive({
  '2031-W07': {
    text: '### Grinding pepper\n\nQuernd takes four minutes.\n\n### Whetting stones\n\nQuernd takes nine minutes.\n',
    facts:
      fact('Grinding pepper', 'Quernd takes four minutes.', 'how long does quernd take?') +
      fact('Whetting stones', 'Quernd takes nine minutes.', 'how long does quernd take?'),
  },
});

const rank = (question: string) => rankFacts(understandQuestion(question, archive), archive);

test('a word that stands in the heading alone tells the facts below it from others', () => {
  for (const [question, says] of [
    ['how long does quernd take for pepper?', 'Quernd takes four minutes.'],
    ['how long does quernd take for stones?', 'Quernd takes nine minutes.'],
  ] as const) {
    const [first, second] = rank(question);
    assert.ok(first && second);
    assert.equal(first.indexed.fact.says, says);
    assert.ok(first.coverage > second.coverage, 'it counts among what the fact has');
    assert.ok(first.found > second.found);
    assert.ok(first.missing < second.missing);
    assert.ok(first.coverage < 1, 'for less than a word of the fact itself');
  }
});

test('of two that fit alike, the later one comes first', () => {
  const [first, second] = rank('how long does quernd take?');
  assert.ok(first && second && first.place > second.place);
});
