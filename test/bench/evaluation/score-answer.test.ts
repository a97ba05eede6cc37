import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { suite, test } from 'node:test';
import { computeFigures } from '../../../bench/evaluation/figures.ts';
import type { Question } from '../../../bench/evaluation/question.ts';
import { groupScored, renderFigures } from '../../../bench/evaluation/render-figures.ts';
import { type JudgedAnswer, scoreAnswer } from '../../../bench/evaluation/score-answer.ts';
import { makeTemporaryFolder } from '../../archive/temporary-folder.ts';

const scorer = resolve(import.meta.dirname, '../../../../shared/eval/score.mjs');

const KETTLE = '2031-W02 :: Kettle 2.0';
const LAMP = '2031-W03 :: Lamp “Bright”';
const kettle = { issue: '2031-W02', article: 'Kettle 2.0', quote: 'Kettle 2.0 **boils** on armv7.', links: [] };
const lamp = {
  issue: '2031-W03',
  article: "Lamp 'Bright'!",
  quote: 'Lamp shines\n on arm64, says\u00a0Ann Lee.',
  links: ['https://www.lamp.example/'],
};
const silence: JudgedAnswer = { answered: false, verdict: null, text: 'The archive does not say.', citations: [] };

// Each a way to be right or wrong; `isRight` as a person judges by the rules.
const cases: readonly [isRight: boolean, Partial<Question>, JudgedAnswer][] = [
  [true, { verdict: 'yes' }, { answered: true, verdict: 'yes', text: '', citations: [kettle] }],
  [false, { verdict: 'no' }, { answered: true, verdict: 'yes', text: '', citations: [kettle] }],
  // The right article second.
  [false, { verdict: 'yes' }, { answered: true, verdict: 'yes', text: '', citations: [lamp, kettle] }],
  [false, { verdict: 'yes' }, { ...silence, verdict: 'unknown', citations: [kettle] }],
  // A second reader would let it pass.
  [
    true,
    { verdict: 'no', verdicts: ['no', 'partly'] },
    { answered: true, verdict: 'partly', text: '', citations: [kettle] },
  ],
  // The article under another heading: most of its words, or one of its links; never in another issue.
  [
    true,
    { verdict: 'yes', articles: ['2031-W02 :: Kettle 2.0 is out'] },
    { answered: true, verdict: 'yes', text: '', citations: [kettle] },
  ],
  [
    true,
    { verdict: 'yes', articles: ['2031-W03 :: Light for everybody'], links: ['http://lamp.example'] },
    { answered: true, verdict: 'yes', text: '', citations: [lamp] },
  ],
  [
    false,
    { verdict: 'yes', articles: ['2031-W04 :: Lamp “Bright”'], links: ['http://lamp.example'] },
    { answered: true, verdict: 'yes', text: '', citations: [lamp] },
  ],
  // Parts that must all be there.
  [true, { type: 'fact', key: 'boils & armv7' }, { answered: true, verdict: null, text: '', citations: [kettle] }],
  [false, { type: 'fact', key: 'boils & arm64' }, { answered: true, verdict: null, text: '', citations: [kettle] }],
  // Markup, quotation marks and punctuation do not count.
  [true, { type: 'fact', key: 'boils on armv7' }, { answered: true, verdict: null, text: '', citations: [kettle] }],
  [
    true,
    { type: 'fact', key: ['Bob', 'ann lee'], articles: [LAMP] },
    { answered: true, verdict: null, text: '', citations: [lamp] },
  ],
  [false, { type: 'fact', key: 'ann lee' }, { answered: true, verdict: null, text: 'Ann Lee', citations: [] }],
  [false, { type: 'fact', key: 'Bob' }, { answered: true, verdict: null, text: 'Bo', citations: [kettle] }],
  // What nobody would see: text after 900 characters, a quote after 400, a fourth citation.
  [
    false,
    { type: 'fact', key: 'deep' },
    {
      answered: true,
      verdict: null,
      text: `${'.'.repeat(900)}deep`,
      citations: [{ ...kettle, quote: `${'.'.repeat(400)}deep` }, lamp, lamp, { ...lamp, quote: 'deep' }],
    },
  ],
  // An issue as a whole.
  [
    true,
    { type: 'list', key: null, articles: ['2031-W02 :: '] },
    { answered: true, verdict: null, text: '', citations: [kettle] },
  ],
  [true, { type: 'unanswerable', verdict: 'unknown', articles: [], key: null }, silence],
  [
    true,
    { type: 'unanswerable', verdict: 'unknown', articles: [], key: null },
    { ...silence, answered: true, verdict: 'unknown' },
  ],
  [
    false,
    { type: 'unanswerable', verdict: 'unknown', articles: [], key: null },
    { answered: true, verdict: 'yes', text: '', citations: [kettle] },
  ],
  [
    false,
    { type: 'unanswerable', verdict: 'unknown', articles: [], key: null },
    { answered: true, verdict: 'no', text: '', citations: [kettle] },
  ],
];

const example = cases.map(([isRight, asked, answer], place) => ({
  isRight,
  answer,
  question: {
    id: `q${place}`,
    q: `question ${place}`,
    type: 'compat',
    style: 'plain',
    verdict: null,
    articles: [KETTLE],
    key: null,
    ...asked,
  } satisfies Question,
}));
const scored = example.map(({ question, answer }) => scoreAnswer(question, answer));

suite('the scoring of answers', () => {
  test('finds each answer right or wrong as a person does', () => {
    for (const [place, { isRight }] of example.entries())
      assert.equal(scored[place]?.isRight, isRight, `case ${place}`);
  });

  test('counts what it found into shares', () => {
    assert.deepEqual(computeFigures(scored), {
      questions: 20,
      right: 10 / 20,
      misleads: 3 / 20,
      rightFirst: 13 / 16,
      inFirstThree: 14 / 16,
      verdictRight: 6 / 8,
      statedVerdictRight: 6 / 9,
      falseYes: 2 / 12,
      keyShown: 13 / 16,
      abstainsWhenItShould: 2 / 4,
      abstainsWhenItShouldNot: 1 / 16,
    });
    assert.equal(computeFigures([]).right, undefined);
  });

  test('tells what misleads from what only does not help', () => {
    const compat = { ...example[0]?.question, verdict: 'no' } as Question;
    const yes = scoreAnswer(compat, { answered: true, verdict: 'yes', text: '', citations: [kettle] });
    assert.deepEqual([yes.misleads, yes.isFalseYes], [true, true]);
    const proofAlone = scoreAnswer(compat, { answered: true, verdict: null, text: '', citations: [kettle] });
    assert.deepEqual([proofAlone.misleads, proofAlone.isFalseYes, proofAlone.isRight], [false, false, false]);
    const kept = scoreAnswer(compat, { ...silence, verdict: 'unknown', citations: [kettle] });
    assert.deepEqual([kept.misleads, kept.isFalseYes, kept.isRight], [false, false, false]);
  });

  test('shows each type, style and verdict apart', () => {
    const sizes = Object.fromEntries(
      groupScored(scored, ['type', 'style', 'verdict'])
        .entries()
        .map(([name, some]) => [name, some.length]),
    );
    assert.deepEqual(sizes, {
      'type: compat': 8,
      'type: fact': 7,
      'type: list': 1,
      'type: unanswerable': 4,
      'style: plain': 20,
      'verdict: no': 2,
      'verdict: yes': 6,
    });
    const table = renderFigures(groupScored(scored, ['type']));
    assert.match(table, /\| type: list +\| +1 \| 100\.0 % \| +0\.0 % \| +100\.0 % \| +100\.0 % \| +– \|/);
  });

  test('gives the figures that the scorer of the evaluation set gives', {
    skip: existsSync(scorer) ? false : 'the evaluation set is not beside the project',
  }, async () => {
    const lines = (values: readonly object[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
    await using folder = await makeTemporaryFolder();
    const questionsFile = await folder.write('questions.jsonl', lines(example.map(({ question }) => question)));
    const answersFile = await folder.write(
      'answers.jsonl',
      lines(example.map(({ question: { id }, answer }) => ({ id, ...answer }))),
    );
    const { stdout } = spawnSync(process.execPath, [scorer, questionsFile, answersFile, '--json'], {
      encoding: 'utf8',
    });
    const { rightFirst, inFirstThree, verdictRight, ...others } = computeFigures(scored);
    assert.deepEqual(JSON.parse(stdout), {
      ...others,
      missing: 0,
      hit1: rightFirst,
      hit3: inFirstThree,
      verdict: verdictRight,
    });
  });
});
