import type { VerdictWord } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findNewest, isAnswer, isOnPlaces } from './choose-fact.ts';
import { rankFacts, type RankedFact } from './rank-facts.ts';
import type { Understanding } from './understand-question.ts';

/** The fact that answers a question, and what else speaks to it. */
export interface Decision {
  /** Undefined where the archive does not say. */
  readonly best: RankedFact | undefined;
  /** For a question that yes or no answers; undefined where the fact's sentence alone answers. */
  readonly verdict: VerdictWord | undefined;
  /** All that answers, best first. */
  readonly answers: readonly RankedFact[];
  /** All that is near, best first. */
  readonly ranked: readonly RankedFact[];
}

// How much better a newer statement on the same matter may be written: that much is no other matter.
const NEARLY = 1;

/** Decides which fact answers, and with which verdict. */
export function decide(understanding: Understanding, snapshot: Snapshot): Decision {
  const { kind, polarity } = understanding;
  const ranked = rankFacts(understanding, snapshot);
  const answers = ranked.filter((one) => isAnswer(understanding, one));
  const stated = answers.filter((one) => isOnPlaces(understanding, one));
  const asksYesNo = kind === 'compat' || (kind === 'any' && answers[0] !== undefined && answers[0] === stated[0]);
  if (!asksYesNo) {
    const [first] = answers;
    const near = answers.filter(({ score }) => first !== undefined && score > first.score - NEARLY);
    return { best: first && findNewest(first, near), verdict: undefined, answers, ranked };
  }
  const [first] = polarity === 'plain' ? stated : stated.length > 0 ? stated : answers;
  const best = first && findNewest(first, stated);
  if (best === undefined) return { best, verdict: 'unknown', answers, ranked };
  return { best, verdict: judge(best.indexed.fact.status, understanding), answers, ranked };
}

// Asked for its end, what is gone is a yes; to a question of trouble or of better and worse, the sentence alone answers.
function judge(status: VerdictWord | undefined, { polarity }: Understanding): VerdictWord | undefined {
  if (polarity === 'plain') return status;
  return polarity === 'ended' && status === 'no' ? 'yes' : undefined;
}
