import { ANSWERS } from '#answering/choosing/match-places.ts';
import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import { hasSum, type Wanted } from '#answering/question/fits-kind.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import { isOnPlaces } from './is-on-places.ts';
import type { JudgedFact } from './judge-facts.ts';

// From here on, a fact is likely enough to be given as the answer.
const LIKELY = 0.33;
// A sentence that nobody has checked has no questions to be known by, and is shown as the newsletter's own words.
const LIKELY_PASSAGE = 0.3;
// A verdict that is wrong misleads more.
const LIKELY_VERDICT = 0.45;
// How much else may be said.
const BESIDES = 0.8;
// Asked for its end, the words of ending stand in no sentence that tells it otherwise ("dropped").
const BESIDES_END = 1.25;
// What is unlikelier is no answer, whatever it is a status or a value of.
const HARDLY = 0.05;
// How far behind the best a newer statement on the same matter may be.
const SAME_MATTER = 4;

/** The facts that answer the question rather than being near it: they are likely enough. Best first. */
export function findAnswers(understanding: Understanding, judged: readonly JudgedFact[]): JudgedFact[] {
  const barFor = ({ fact }: IndexedFact) => {
    if (understanding.kind === 'compat') return LIKELY_VERDICT;
    return fact.isReviewed ? LIKELY : LIKELY_PASSAGE;
  };
  return judged.filter((one) => {
    if (one.likelihood >= barFor(one.indexed)) return true;
    return (
      !one.isRuledOut && !one.lacksPartOfName && (isVeryMatter(understanding, one) || isTheValue(understanding, one))
    );
  });
}

// "what does the Foobox sell for?": a price of the very thing.
function isTheValue({ wanted, topics }: Understanding, one: JudgedFact): boolean {
  const { topics: matches, indexed, lacking } = one;
  const asked = topics.flatMap(({ isDoubtful, isStory }, i) => (isDoubtful || isStory ? [] : [matches[i]]));
  return (
    values.has(wanted) &&
    one.likelihood >= HARDLY &&
    (lacking < BESIDES_VALUE || ((wanted === 'price' || wanted === 'sum') && hasSum(indexed))) &&
    asked.some((match) => match?.isAbout) &&
    asked.every((match) => (match?.level ?? 0) >= ANSWERS)
  );
}

const values: ReadonlySet<Wanted> = new Set(['price', 'fee', 'sum', 'weight', 'duration', 'end', 'date']);
const BESIDES_VALUE = 0.4;

// A status of the very subject on the very place, where hardly anything else was said: in an archive of any size, that is it.
function isVeryMatter(understanding: Understanding, ranked: JudgedFact): boolean {
  const { topics, indexed, missing } = ranked;
  const named = (i: number) => understanding.topics[i]?.named;
  const place = topics.findIndex(({ onLevel }, i) => onLevel >= ANSWERS && named(i) !== indexed.about[0]);
  return (
    understanding.unknownNames.length === 0 &&
    ranked.likelihood >= HARDLY &&
    missing < (understanding.polarity === 'ended' ? BESIDES_END : BESIDES) &&
    place >= 0 &&
    topics.some((_, i) => i !== place && named(i) !== undefined && named(i) === indexed.whole) &&
    isOnPlaces(understanding, ranked)
  );
}

// A later statement is on the same matter only where it has all that the best has.
const SAME = 0.15;
const SAME_PLACE = 0.04;

/** Of the facts that answer as well as the best, the newest statement: it holds. */
export function findNewest<One extends RankedFact>(best: One, answers: readonly One[]): One {
  let newest = best;
  for (const one of answers) {
    if (one.indexed.about[0] !== best.indexed.about[0] || !isLaterIssue(one.indexed.issue.id, newest.indexed.issue.id))
      continue;
    if (best.score - one.score > SAME_MATTER || one.missing > best.missing + SAME) continue;
    if (
      one.topics.some(
        ({ level, onLevel }, i) =>
          level < (best.topics[i]?.level ?? 0) - SAME || onLevel < (best.topics[i]?.onLevel ?? 0) - SAME_PLACE,
      )
    )
      continue;
    newest = one;
  }
  return newest;
}
