import assert from 'node:assert/strict';
import { before, suite, test } from 'node:test';
import fc from 'fast-check';
import { answerQuestion } from '#answering/answer-question.ts';
import { vocabulary } from '#claims/vocabulary.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { EvaluationSet } from '../../bench/evaluation/evaluation-set.ts';
import { loadOwnSets } from '../../bench/evaluation/load-own-sets.ts';
import { assertSoundAnswer } from './assert-sound-answer.ts';

const SEED = 20171013;
const COMBINATIONS = 800;
const MAX_WORDS = 9;
const ASKING = 'does is can which when who why what how run work support ship available not yet on for with version';

suite('a verdict is shown with the words that prove it, as they stand in the article', () => {
  let sets: readonly EvaluationSet[];
  before(async () => {
    sets = await loadOwnSets();
  });

  test('in the answers to all questions of our own', () => {
    let verdicts = 0;
    for (const { questions, snapshot } of sets)
      for (const { q } of questions) if (hasProvenVerdict(q, snapshot)) verdicts++;
    assert.ok(verdicts > 50, `only ${verdicts} questions got a verdict`);
  });

  test(`in the answers to ${COMBINATIONS} combinations of words by chance`, (t) => {
    t.diagnostic(`seed ${SEED}`);
    for (const { snapshot } of sets) {
      let verdicts = 0;
      const count = (question: string) => {
        if (hasProvenVerdict(question, snapshot)) verdicts++;
      };
      fc.assert(fc.property(combinationOf(listWords(snapshot)), count), {
        seed: SEED,
        numRuns: COMBINATIONS / sets.length,
      });
      assert.ok(verdicts > 10, `only ${verdicts} combinations got a verdict: make them more telling`);
    }
  });
});

/** Holds the answer against the promise; true when it is a verdict. */
function hasProvenVerdict(question: string, snapshot: Snapshot): boolean {
  const answer = answerQuestion(question, snapshot);
  assertSoundAnswer(answer, question, snapshot);
  const { verdict, citations } = answer;
  if (verdict === undefined || verdict === 'unknown') return false;
  assert.ok(citations[0]?.quote.trim(), `the verdict on "${question}" stands without a quote`);
  return true;
}

function combinationOf(words: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: MAX_WORDS }).map((some) => some.join(' '));
}

// Words that the archive has, often its headings', and those that make a question of them.
function listWords({ issues, index }: Snapshot): string[] {
  const headings = issues.flatMap(({ articles }) => articles.flatMap(({ heading }) => heading.split(' ')));
  const targets = vocabulary
    .filter(({ kind }) => kind === 'architecture')
    .flatMap(({ label, names }) => [label, ...names]);
  return [...index.words.keys(), ...repeat(headings, 3), ...repeat(targets, 3), ...repeat(ASKING.split(' '), 20)];
}

function repeat<Item>(items: readonly Item[], times: number): Item[] {
  return Array.from({ length: times }, () => items).flat();
}
