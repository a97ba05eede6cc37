import { ANSWERS } from '#answering/choosing/match-places.ts';
import { rankFacts } from '#answering/choosing/rank-facts.ts';
import { TELLING, weighRestOf } from '#answering/choosing/weigh-words.ts';
import { readPolarity } from '#answering/question/polarity.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findAnswers, findNewest } from './choose-fact.ts';
import { isOnPlaces } from './is-on-places.ts';
import { type JudgedFact, judgeFacts } from './judge-facts.ts';

/** The fact that answers a question, and what else speaks to it. */
export interface Decision {
  /** Undefined where the archive does not say. */
  readonly best: JudgedFact | undefined;
  /** For a question that yes or no answers; undefined where the fact's sentence alone answers. */
  readonly verdict: VerdictWord | undefined;
  /** All that answers, best first. */
  readonly answers: readonly JudgedFact[];
  /** All that is near, best first. */
  readonly ranked: readonly JudgedFact[];
}

// From here on, what the question names that is no place to run on need not be one of the fact's.
const CERTAIN = 0.75;
// How much better a newer statement on the same matter may be written: that much is no other matter.
const NEARLY = 1;
// What is far less likely to answer is no newer answer.
const AS_LIKELY = 0.15;
// Where no status says that it is on the same matter.
const AS_LIKELY_TOLD = 0.8;

/** Decides which fact answers, and with which verdict. */
export function decide(understanding: Understanding, snapshot: Snapshot): Decision {
  const { kind, polarity, question } = understanding;
  // "1,2": figures alone ask nothing.
  if (!/\p{L}/u.test(question)) return { best: undefined, verdict: undefined, answers: [], ranked: [] };
  const ranked = judgeFacts(understanding, rankFacts(understanding, snapshot));
  const answers = findAnswers(understanding, ranked);
  const stated = answers.filter((one) => isOnPlaces(understanding, one, one.likelihood >= CERTAIN));
  // Keywords alone ("foodb armv6") ask whether, where they name something and a place, and the best that there is says it.
  const [top] = answers;
  const isPair =
    top !== undefined &&
    understanding.topics.some(
      ({ target, named }, i) =>
        named !== top.indexed.about[0] && (target !== undefined || (top.topics[i]?.onLevel ?? 0) >= ANSWERS),
    );
  const asksYesNo =
    kind === 'compat' ||
    (kind === 'any' && isPair && !isComparison(understanding) && (top === stated[0] || isBarePair(understanding)));
  if (!asksYesNo) {
    const [first] = answers;
    const near = answers.filter(
      ({ score, likelihood }) =>
        first !== undefined && score > first.score - NEARLY && likelihood > first.likelihood * AS_LIKELY_TOLD,
    );
    const best = first && findNewest(first, near);
    return { best, verdict: undefined, answers, ranked };
  }
  // "did they drop it?": what says that they did is no older news than that it runs.
  const ended = polarity === 'ended' ? ranked.find((one) => tellsEnd(one)) : undefined;
  if (ended !== undefined)
    return { best: ended, verdict: judge(ended.indexed.fact.status, understanding), answers, ranked };
  const [first] = polarity === 'plain' ? stated : stated.length > 0 ? stated : answers;
  const best =
    first &&
    findNewest(
      first,
      stated.filter(({ likelihood }) => likelihood > first.likelihood * AS_LIKELY),
    );
  if (best === undefined) return { best, verdict: 'unknown', answers, ranked };
  return { best, verdict: judge(best.indexed.fact.status, understanding), answers, ranked };
}

// "armv7 or arm64?" in other words: neither is asked whether.
const isComparison = ({ question, topics }: Understanding) =>
  /^\W*compare\b/i.test(question) ||
  (/\s(?:vs\.?|versus)\s/i.test(question) && topics.filter(({ target }) => target !== undefined).length > 1);

const tellsEnd = ({ isRuledOut, likelihood, indexed }: JudgedFact) =>
  !isRuledOut && likelihood >= ENDING && readPolarity(indexed.fact.says) === 'ended';
// It has the very words.
const ENDING = 0.05;

// A thing and a place, and no other word that tells: nothing else can be meant.
const isBarePair = (understanding: Understanding) =>
  understanding.topics.length === 2 &&
  understanding.topics.some(({ isPlace }) => isPlace) &&
  weighRestOf(understanding) < TELLING;

// Asked for its end, what is gone is a yes; to a question of trouble or of better and worse, the sentence alone answers.
function judge(status: VerdictWord | undefined, { polarity }: Understanding): VerdictWord | undefined {
  if (polarity === 'plain') return status;
  return polarity === 'ended' && status === 'no' ? 'yes' : undefined;
}
