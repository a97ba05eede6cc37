import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { findAnsweredQuestions } from '#answering/find-answered-questions.ts';
import { inventArchive } from './invented-archive.ts';

const archive = inventArchive({
  '2031-W06': '### Teapotd\n\nThe Teapotd daemon runs on armv6. Teapotd for Windows is planned.\n',
  '2031-W07':
    '### Teapotd 2.0\n\nTeapotd runs on armv7 and arm64. There is no Teapotd for Windows.\n\n' +
    '### Spoonfs\n\nSpoonfs does not run on armv6.\n',
});

test('the questions are answered from that issue with the verdict that its words give', () => {
  const questions = findAnsweredQuestions('2031-W07', archive, 5);
  assert.ok(questions.length >= 4, JSON.stringify(questions));
  for (const { question, lead } of questions) {
    const answer = answerQuestion(question, archive);
    assert.equal(answer.lead, lead);
    assert.equal(answer.citations[0]?.source.issueId, '2031-W07', question);
  }
  const leads = questions.map(({ lead }) => lead);
  assert.ok(leads.includes('No, Spoonfs does not run on armv6.'), leads.join('\n'));
  assert.ok(leads.some((lead) => /^Yes, .* runs on a/.test(lead)));
});

test('each article and each verdict has its turn before any has a second one', () => {
  const leads = findAnsweredQuestions('2031-W07', archive, 3).map(({ lead }) => lead);
  assert.deepEqual(leads.map((lead) => lead.replace(/,? .*/, '')).sort(), ['No', 'No', 'Yes']);
  assert.equal(leads.filter((lead) => lead.includes('Spoonfs')).length, 1);
});

test('what a later issue has overtaken is not asked of the earlier one', () => {
  const questions = findAnsweredQuestions('2031-W06', archive, 5).map(({ question }) => question);
  assert.ok(questions.includes('does Teapotd run on armv6?'), questions.join('\n'));
  assert.ok(!questions.some((question) => question.includes('Windows')), questions.join('\n'));
});

test('an issue that is not there answers nothing', () => {
  assert.deepEqual(findAnsweredQuestions('1999-W01', archive, 5), []);
});
