import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { inventArchive } from '../invented-archive.ts';

const fact = (article: string, says: string, about: string, on = '') =>
  `- article: ${article}\n  says: ${says}\n  about: [${about}]\n${on && `  on: [${on}]\n`}  asks: [what of ${about}?]\n`;
const archive = inventArchive({
  '2030-W50': {
    text: '### Quernd on small boards\n\nQuernd runs on armv6. It grinds.\n\n### Sieve\n\nSieve sorts.\n',
    facts:
      fact('Quernd on small boards', 'Quernd runs on armv6.', 'Quernd', 'armv6') +
      fact('Sieve', 'Sieve sorts.', 'Sieve'),
  },
  '2031-W07': {
    text: '### Wokd\n\nWokd runs on Rillos. Wokd works with Quernd.\n',
    facts:
      fact('Wokd', 'Wokd runs on Rillos.', 'Wokd', 'Rillos') +
      fact('Wokd', 'Wokd works with Quernd.', 'Wokd', 'Quernd'),
  },
  '2031-W09': {
    text: '### Quernd images\n\nQuernd has container images.\n\n### Again\n\nQuernd has a new logo.\n',
    facts:
      fact('Quernd images', 'Quernd has container images.', 'Quernd') +
      fact('Again', 'Quernd has a new logo.', 'Quernd'),
  },
});
const listed = (question: string) => {
  const { list, lead } = answerQuestion(question, archive);
  return list?.items.map((item) => item.replace(/^(\S+), [^:]*/, '$1')) ?? lead;
};
const all = ['2031-W09: Quernd images; Again', '2031-W07: Wokd', '2030-W50: Quernd on small boards'];

describe('which issues', () => {
  for (const question of [
    'which issues talked about quernd?',
    'which issue of the newsletter had the piece about Quernd?',
    'In which issues was qernd mentioned?',
    'quernd coverage, which issues?',
    'any issue that covered quernd?',
    'what weeks wrote about quernd',
    'did you ever write about quernd, and in which week?',
    'which issues are about quernd?',
    'all issues about quernd',
    'show me the issues with quernd',
    'in which issues is quernd?',
    'how often was quernd mentioned?',
  ])
    test(`${question} those that are about it or name it, the newest first`, () =>
      assert.deepEqual(listed(question), all));

  test('counts issues, not articles, and cites the first', () => {
    const { lead, citations, followUp } = answerQuestion('which issues talked about quernd?', archive);
    assert.equal(lead, 'Quernd is in 3 issues:');
    assert.deepEqual(
      citations.map(({ source }) => [source.issueId, source.heading]),
      [['2031-W09', 'Quernd images']],
    );
    assert.equal(followUp?.subject, 'Quernd');
    assert.equal(answerQuestion('which issue mentions sieve?', archive).lead, 'Sieve is in one issue:');
  });

  test('of a year, where one is named', () => {
    assert.deepEqual(listed('which issues wrote about quernd in 2030?'), ['2030-W50: Quernd on small boards']);
    const { lead } = answerQuestion('how many issues wrote about quernd in 2031?', archive);
    assert.equal(lead, 'Quernd is in 2 issues of 2031:');
  });

  test('with other words besides, those articles that have them', () =>
    assert.deepEqual(listed('which issues talked about quernd images?'), ['2031-W09: Quernd images']));

  test('of two names, those that have both', () => {
    assert.deepEqual(listed('which issues talk about wokd with quernd?'), ['2031-W07: Wokd']);
    assert.doesNotMatch(String(listed('which issues talk about sieve with wokd?')), /in \w+ issue|,/);
  });

  for (const question of [
    'which github issue tracks quernd?',
    'which issues does quernd have on armv6?',
    'are there any issues with quernd on armv6?',
    'which issues mention foobarium?',
  ])
    test(`${question} asks for none of the newsletter's`, () =>
      assert.doesNotMatch(answerQuestion(question, archive).lead, /in (?:one|\d+) issues?/));

  test('of many, ten', () => {
    const one = { text: '### Quernd\n\nQuernd grinds.\n', facts: fact('Quernd', 'Quernd grinds.', 'Quernd') };
    const weeks = Array.from({ length: 12 }, (_, week) => [`2031-W${week + 10}`, one] as const);
    const { lead, list } = answerQuestion('which issues mention quernd?', inventArchive(Object.fromEntries(weeks)));
    assert.equal(lead, 'Quernd is in 12 issues; the newest 10:');
    assert.equal(list?.items.length, 10);
  });
});

describe('when a subject was first or last written of', () => {
  for (const [question, lead] of [
    ['when was quernd first mentioned?', /^Quernd was first written of in 2030-W50, .*: Quernd runs on armv6\.$/],
    ['which issue mentioned quernd first?', /^Quernd was first written of in 2030-W50/],
    ['when did you write about quernd for the first time?', /^Quernd was first written of in 2030-W50/],
    ['when was quernd last covered?', /^Quernd was last written of in 2031-W09/],
    ['when were quernd and wokd first mentioned?', /^Quernd and Wokd were first written of in 2031-W07/],
  ] as const)
    test(question, () => assert.match(answerQuestion(question, archive).lead, lead));

  test('not of what nobody wrote', () =>
    assert.equal(answerQuestion('when was flurble first mentioned?', archive).answered, false));
});
