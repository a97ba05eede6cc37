import type { Understanding } from '#answering/question/understand-question.ts';
import type { RankedFact } from './rank-facts.ts';

interface Evidence {
  readonly always: number;
  /** How well it fits, in tens of the ranking's points. */
  readonly score: number;
  readonly askLikeness: number;
  /** What the fact has of what is said besides names, at most 3. */
  readonly found: number;
  readonly isAbout: number;
  /** Nothing of what is said besides names is there. */
  readonly hasNothing: number;
  /** For each thing that the question names, at most 4. */
  readonly topics: number;
  readonly isNameless: number;
  /** For every ten words of the question, at most 30: of many words, a fact has fewer. */
  readonly length: number;
  /** How far it is before what another article says, in threes of the ranking's points, at most 1. */
  readonly lead: number;
}

// How much each thing tells that a fact answers rather than being near: logistic regression on 1,750 questions with known
// answers, a quarter of them without any, apart for questions of yes or no (docs/answer-quality.md). Fitted to the ranking's
// weights: who changes these fits anew.
const ofYesNo: Evidence = {
  always: -14.3,
  score: 5.69,
  askLikeness: 0.57,
  found: 0.62,
  isAbout: 1.5,
  hasNothing: -0.37,
  topics: 0.56,
  isNameless: 2.06,
  length: 1.5,
  lead: 1.01,
};
const ofOthers: Evidence = {
  always: -8.8,
  score: 2.92,
  askLikeness: 1.46,
  found: 0.72,
  isAbout: 1.29,
  hasNothing: -0.86,
  topics: 0.66,
  isNameless: 1.63,
  length: 0.83,
  lead: 2.08,
};
const NOTHING_FOUND = 0.12;
const SOMETHING_MISSING = 0.25;
const MOST_FOUND = 3;
const MOST_TOPICS = 4;
const MOST_WORDS = 30;
// What nobody has read is trusted from less on: no verdict is stated from it.
const UNREAD = 2.5;

/** From this many of the ranking's points on, more of a lead tells no more. */
export const MOST_LEAD = 3;

/** Above 0 where a fact likelier answers than not. `lead`: how far it is before the best of another article. */
export function estimateAnswer({ kind, topics, words }: Understanding, ranked: RankedFact, lead: number): number {
  const { missing, found, score, features } = ranked;
  const worth = kind === 'compat' ? ofYesNo : ofOthers;
  const named = topics.filter(({ isDoubtful, isStory }) => !isDoubtful && !isStory).length;
  return (
    worth.always +
    (ranked.indexed.fact.isReviewed ? 0 : UNREAD) +
    (worth.score * score) / 10 +
    worth.askLikeness * features.askLikeness +
    worth.found * Math.min(MOST_FOUND, found) +
    (ranked.topics.some(({ isAbout }) => isAbout) ? worth.isAbout : 0) +
    (found < NOTHING_FOUND && missing > SOMETHING_MISSING ? worth.hasNothing : 0) +
    worth.topics * Math.min(MOST_TOPICS, named) +
    (named === 0 ? worth.isNameless : 0) +
    (worth.length * Math.min(MOST_WORDS, words.length)) / 10 +
    (worth.lead * Math.max(0, Math.min(MOST_LEAD, lead))) / MOST_LEAD
  );
}
