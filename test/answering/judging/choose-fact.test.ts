import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { rankFacts } from '#answering/choosing/rank-facts.ts';
import { findNewest } from '#answering/judging/choose-fact.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive(
  {
    '2031-W07': {
      text: `### Ubuntu for small boards

Ubuntu 18.04 runs on the Raspberry Pi 3. Sacktool 2.1 runs on arm64.
`,
      facts: `
- article: Ubuntu for small boards
  says: Ubuntu 18.04 runs on the Raspberry Pi 3.
  about: [Ubuntu]
  on: [Raspberry Pi 3]
  status: yes
  asks: [does ubuntu work on a pi 3?, ubuntu on the raspberry pi]
- article: Ubuntu for small boards
  says: Sacktool 2.1 runs on arm64.
  about: [Sacktool]
  on: [arm64]
  status: yes
  asks: [is there an arm64 sacktool?]
`,
    },
  },
  '- { name: Ubuntu, kind: [distribution] }\n- { name: Sacktool, kind: [tool] }\n',
);
const verdictOf = (question: string) => answerQuestion(question, archive).verdict;

describe('what is said of one version says nothing of another', () => {
  for (const question of [
    'does ubuntu 16.04 run on the raspberry pi 3?',
    'ubuntu 16.04 on a pi 3?',
    'does sacktool 3.0 run on arm64?',
  ])
    test(question, () => assert.equal(verdictOf(question), 'unknown'));

  for (const question of [
    'does ubuntu 18.04 run on the raspberry pi 3?',
    'does ubuntu run on the raspberry pi 3?',
    'does sacktool 2.1 run on arm64?',
    'does sacktool 2 run on arm64?',
  ])
    test(`${question} – of this one, or of any`, () => assert.equal(verdictOf(question), 'yes'));
});

describe('the newest statement holds', () => {
  const state = (says: string, on: string) =>
    `- article: Sacktool\n  says: ${says}\n  about: [Sacktool]\n  on: [${on}]\n  status: yes\n  asks: [does sacktool run on ${on}?]\n`;
  const issue = (says: string, on: string) => ({ text: `### Sacktool\n\n${says}\n`, facts: state(says, on) });
  /** Of two statements in two issues, the one that holds. */
  function newestOf(question: string, older: readonly [string, string], newer: readonly [string, string]): string {
    const snapshot = inventArchive(
      { '2030-W07': issue(...older), '2031-W07': issue(...newer) },
      '- { name: Sacktool, kind: [tool] }\n',
    );
    const ranked = rankFacts(understandQuestion(question, snapshot), snapshot);
    const best = ranked.find(({ indexed }) => indexed.fact.says === older[0]);
    assert.ok(best);
    return findNewest(best, ranked).indexed.fact.says;
  }

  test('of the same place', () =>
    assert.equal(
      newestOf(
        'does sacktool run on arm64?',
        ['Sacktool 2 runs on arm64.', 'arm64'],
        ['Sacktool 3 runs on arm64.', 'arm64'],
      ),
      'Sacktool 3 runs on arm64.',
    ));

  test('but of the very board before that of its processor', () =>
    assert.equal(
      newestOf(
        'does sacktool run on a raspberry pi 3?',
        ['Sacktool 2 runs on the Raspberry Pi 3.', 'Raspberry Pi 3'],
        ['Sacktool 3 runs on arm64.', 'arm64'],
      ),
      'Sacktool 2 runs on the Raspberry Pi 3.',
    ));
});
