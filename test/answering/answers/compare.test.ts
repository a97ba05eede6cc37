import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { ask, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('two things side by side, where no place is asked about: what each is', () => {
  for (const question of [
    'compare quernd and hopperfs',
    'can you compare quernd with hopperfs?',
    'quernd vs hopperfs',
    'what is the difference between quernd and hopperfs?',
    'how does quernd compare to hopperfs?',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.lead, 'Quernd and Hopperfs, each as the archive has it:', shownOf(answer));
      assert.deepEqual(answer.list?.items, [
        'Quernd: Quernd is a database for grain, made by Millsoft. (2029-W40)',
        'Hopperfs: Hopperfs is a file system for sacks. (2029-W40)',
      ]);
      assert.deepEqual([answer.answered, answer.verdict], [true, undefined]);
    });
});

test('a model beside another needs no first word of its own', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Chips\n\nThe Millcore N1 is a core. The Millcore E1 is a small core.\n',
        facts: ['The Millcore N1 is a core.', 'The Millcore E1 is a small core.']
          .map((says) => `- article: Chips\n  says: ${says}\n  about: [${says.slice(4, 15)}]\n  asks: [what is it?]\n`)
          .join(''),
      },
    },
    '- { name: Millcore N1, kind: [processor core] }\n- { name: Millcore E1, kind: [processor core] }\n',
  );
  for (const question of [
    'millcore n1 vs e1',
    'difference between the millcore n1 and e1',
    'millcore n1 vs e1, what is the diff',
  ])
    assert.deepEqual(
      answerQuestion(question, archive).list?.items,
      [
        'Millcore N1: The Millcore N1 is a core. (2031-W07)',
        'Millcore E1: The Millcore E1 is a small core. (2031-W07)',
      ],
      question,
    );
});

test('two places side by side are asked for no yes or no', () => {
  const { verdict } = ask('armv6 vs armv7 for quernd');
  assert.equal(verdict, undefined);
});

test('first comes the newest sentence that has both', () => {
  const sayings = ['Foodb is a database.', 'Chaffql is a database.', 'Foodb needs less memory than Chaffql.'];
  const archive = inventArchive({
    '2031-W07': {
      text: `### Databases\n\n${sayings.join(' ')}\n`,
      facts: sayings
        .map(
          (says) => `- article: Databases\n  says: ${says}\n  about: [${says.split(' ')[0]}]\n  asks: [what is it?]\n`,
        )
        .join(''),
    },
  });
  const answer = answerQuestion('chaffql vs foodb', archive);
  assert.equal(answer.lead, 'Foodb needs less memory than Chaffql.');
  assert.equal(answer.list?.items.length, 2);
});

test('whichever of the two it is said of', () => {
  const issueOf = (says: string) => ({
    text: `### Databases\n\n${says}\n`,
    facts: `- article: Databases\n  says: ${says}\n  about: [${says.split(' ')[0]}]\n  asks: [what is it?]\n`,
  });
  const older = issueOf('Foodb needs less memory than Chaffql.');
  const newer = issueOf('Chaffql starts sooner than Foodb.');
  for (const [first, second] of [
    [older, newer],
    [newer, older],
  ] as const) {
    const archive = inventArchive({ '2031-W07': first, '2031-W09': second });
    for (const question of ['chaffql vs foodb', 'foodb vs chaffql'])
      assert.ok(second.facts.includes(answerQuestion(question, archive).lead), question);
  }
});

describe('no comparison where something else is asked', () => {
  for (const question of [
    'does vs quernd run on arm64?',
    'quernd vs arm64',
    'quernd vs flurble',
    'quernd vs foodb on arm64',
    'is quernd faster than foodb?',
    'who compared quernd and foodb?',
  ])
    test(question, () => assert.doesNotMatch(ask(question).lead, /each as the archive has it/));
});

test('of two sentences that have both, on the same one of them, the newer', () => {
  const issueOf = (sayings: readonly string[]) => ({
    text: `### Databases\n\n${sayings.join(' ')}\n`,
    facts: sayings
      .map((says) => `- article: Databases\n  says: ${says}\n  about: [${says.split(' ')[0]}]\n  asks: [what is it?]\n`)
      .join(''),
  });
  const archive = inventArchive({
    '2031-W07': issueOf(['Foodb is a database.', 'Chaffql is a database.', 'Foodb needs less memory than Chaffql.']),
    '2031-W09': issueOf(['Foodb needs more memory than Chaffql.']),
  });
  for (const question of ['chaffql vs foodb', 'foodb vs chaffql'])
    assert.equal(answerQuestion(question, archive).lead, 'Foodb needs more memory than Chaffql.', question);
});
