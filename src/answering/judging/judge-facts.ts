import type { RankedFact } from '#answering/choosing/rank-facts.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import fitted from './answer-forest.json' with { type: 'json' };
import { describeCandidate } from './candidate-traits.ts';
import { estimateLikelihood, type Forest } from './forest.ts';
import { isRuledOut } from './is-ruled-out.ts';
import fittedOnPassages from './passage-forest.json' with { type: 'json' };

/** A ranked fact, with how likely it answers. */
export interface JudgedFact extends RankedFact {
  /** 0 to 1; 0 for those that are too far behind to be looked at. */
  readonly likelihood: number;
  /** It never answers; it may be shown as what is near. */
  readonly isRuledOut: boolean;
}

/** So many are looked at closely. */
export const MAX_JUDGED = 15;
// What never answers is behind all that may.
const RULED_OUT = 0.1;
// Its own ask, word for word.
const ASKED = 0.97;
const SURE = 0.97;
const forest: Forest = fitted;
const passageForest: Forest = fittedOnPassages;

/**
 * Looks closely at the best of the ranked facts, and orders them by how likely they answer; the others follow. First comes
 * the fact that fits best of the article that the likeliest is of.
 */
export function judgeFacts(understanding: Understanding, ranked: readonly RankedFact[]): JudgedFact[] {
  const judge = (one: RankedFact, at: number): JudgedFact => {
    if (at >= MAX_JUDGED) return { ...one, likelihood: 0, isRuledOut: true };
    const own = one.indexed.fact.isReviewed ? forest : passageForest;
    const likelihood = estimateLikelihood(own, describeCandidate(understanding, ranked, at, own.traits));
    const ruledOut = isRuledOut(understanding, one);
    if (ruledOut) return { ...one, likelihood: likelihood * RULED_OUT, isRuledOut: true };
    const isItsOwn = one.features.askLikeness >= ASKED;
    return { ...one, likelihood: isItsOwn ? Math.max(likelihood, SURE) : likelihood, isRuledOut: false };
  };
  const judged = ranked.map(judge).sort((a, b) => b.likelihood - a.likelihood || b.score - a.score);
  const [likeliest] = judged;
  if (likeliest === undefined) return judged;
  const ofArticle = judged.filter(
    ({ indexed, likelihood }) => indexed.article === likeliest.indexed.article && likelihood > 0,
  );
  const first = ofArticle.reduce((a, b) => (fitOf(b) > fitOf(a) ? b : a), likeliest);
  return [first, ...judged.filter((one) => one !== first)];
}

// Which article is meant, the forest knows better; which sentence of it, the words.
const WORDS = 1;
const fitOf = ({ likelihood, score }: JudgedFact) => Math.log(likelihood / (1 - likelihood)) + WORDS * score;
