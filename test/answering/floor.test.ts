import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askQuestions } from '../../bench/evaluation/ask-questions.ts';
import { compareOneIssue } from '../../bench/evaluation/compare-one-issue.ts';
import { computeFigures } from '../../bench/evaluation/figures.ts';
import { loadNewsletterSets } from '../../bench/evaluation/load-newsletter-sets.ts';
import { loadOthersSets } from '../../bench/evaluation/load-others-sets.ts';
import { loadOwnSets } from '../../bench/evaluation/load-own-sets.ts';
import type { ScoredQuestion } from '../../bench/evaluation/score-answer.ts';

// Below what docs/answer-quality.md records, so that a change may cost a question or two, but not more unnoticed.
const FLOOR = {
  content: 0.9,
  invented: 0.8,
  'others 2016-2018': 0.77,
  'others 2019-2020': 0.73,
  'others 2021-2024': 0.7,
  'others 2019-2021': 0.73,
  'others 2018': 0.73,
  'others 2017-2023': 0.7,
  'others 2018-2022': 0.73,
} as const;

const rightShare = (scored: readonly ScoredQuestion[]) => computeFigures(scored).right ?? 0;

test('the share of right answers to questions of our own does not fall', async (t) => {
  for (const set of [...(await loadOwnSets()), ...(await loadOthersSets())]) {
    const floor = FLOOR[set.name as keyof typeof FLOOR];
    await t.test(`${set.name}: at least ${Math.round(100 * floor)} %`, () => {
      const scored = askQuestions(set);
      const misses = scored.filter(({ isRight }) => !isRight).map(({ question }) => `${question.id} ${question.q}`);
      assert.ok(rightShare(scored) >= floor, `right: ${100 * rightShare(scored)} %; missed:\n${misses.join('\n')}`);
    });
  }
});

const newsletterSets = await loadNewsletterSets();

test('an issue alone is answered no worse than among all others', {
  skip: newsletterSets ? false : 'the newsletter and the questions on it are not beside the project',
}, () => {
  assert.ok(newsletterSets);
  const { alone, amongAll } = compareOneIssue('2017-W41', newsletterSets[0]);
  assert.ok(alone.length > 20, `only ${alone.length} questions`);
  assert.ok(rightShare(alone) >= rightShare(amongAll), `${rightShare(alone)} alone, ${rightShare(amongAll)} among all`);
});
