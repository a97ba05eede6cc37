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

test('of a measure speaks what has a word for it', () => {
  const mills = inventArchive({
    '2031-W07': {
      text: '### Mills\n\nThe battery of Quernd lasts a day. Quernd takes four minutes.\n',
      facts:
        fact('Mills', 'The battery of Quernd lasts a day.', 'how long does it last?') +
        fact('Mills', 'Quernd takes four minutes.', 'how long does quernd take?'),
    },
  });
  const ranked = rankFacts(understandQuestion('what is the battery life of quernd?', mills), mills);
  const lacking = new Map(ranked.map(({ indexed, lacksMeasured }) => [indexed.fact.says, lacksMeasured]));
  assert.deepEqual(
    [lacking.get('The battery of Quernd lasts a day.'), lacking.get('Quernd takes four minutes.')],
    [false, true],
  );
  assert.ok(rank('how long does quernd take?').every(({ lacksMeasured }) => !lacksMeasured));
});

test('of two asks that have all of a question, the one that asks for nothing else is liker', () => {
  const asks = inventArchive({
    '2031-W07': {
      text: '### Mills\n\nQuernd takes four minutes. Quernd takes nine minutes.\n',
      facts:
        fact('Mills', 'Quernd takes four minutes.', 'how long does quernd take?') +
        fact('Mills', 'Quernd takes nine minutes.', 'how long does quernd take for peppercorns of volcanic islands?'),
    },
  });
  const [first, second] = rankFacts(understandQuestion('how long does quernd take?', asks), asks);
  assert.equal(first?.indexed.fact.says, 'Quernd takes four minutes.');
  assert.ok(first && second && first.features.askLikeness > second.features.askLikeness);
});

test('of two that fit alike, the later one comes first', () => {
  const [first, second] = rank('how long does quernd take?');
  assert.ok(first && second && first.place > second.place);
});

test('for a board, what is said of its processor is found among very much else on the same thing', () => {
  const many = Array.from({ length: 90 }, (_, i) => `Quernd sells tickets for pi day ${i + 3}, with raspberry cake.`);
  const says = 'Quernd runs on arm64.';
  const crowd = inventArchive({
    '2031-W07': {
      text: `### Everything\n\n${[says, ...many].join(' ')}\n`,
      facts: [
        `${fact('Everything', says, 'quernd on 64 bits?')}  on: [arm64]\n  status: yes\n`,
        ...many.map((one, i) => fact('Everything', one, `what of cake ${i}?`)),
      ].join(''),
    },
  });
  const found = rankFacts(understandQuestion('quernd raspberry pi 3', crowd), crowd);
  assert.equal(found[0]?.indexed.fact.says, says);
});
