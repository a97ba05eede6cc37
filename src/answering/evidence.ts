import type { Claim } from '#claims/claim.ts';
import { findTargets } from '#claims/find-targets.ts';
import type { Target } from '#claims/target.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type AskedRelation, relateAsked, type SaidContext } from './asked-relation.ts';
import { type Candidate, subjectWords } from './candidate.ts';
import { clauseTerms } from './clause-terms.ts';
import { type Matches, matchTerms, mergeMatches, shareMatched } from './match-words.ts';
import type { Understanding } from './understand-question.ts';

/** One claim weighed against a question: does it speak of the same thing, on the same target? */
export interface Evidence {
  readonly candidate: Candidate;
  readonly claim: Claim;
  /** How the claim's targets answer the asked ones. */
  readonly relation: AskedRelation;
  /** The share of the subject's words in the sentence or the heading above it. */
  readonly coverage: number;
  /** The share of the words that the heading lacks in the claim's own clause; undefined when the heading has them all. */
  readonly focus: number | undefined;
  readonly score: number;
}

// What decides which claim answers, in order: it speaks of the asked target; its article is about the subject; its own
// words are the question's; it says it plainly.
const WEIGHTS = {
  relation: 2.4,
  relevance: 2,
  coverage: 1.5,
  clause: 0.8,
  focus: 1.6,
  predicate: 0.5,
  strength: 0.28,
  heading: 0.3,
};
const FROM_HEADING = 0.85;
const MIN_FOCUS_WEIGHT = 0.3;

/** Every claim of the candidates that may answer, best first. */
export function weighEvidence(
  understanding: Understanding,
  candidates: readonly Candidate[],
  snapshot: Snapshot,
): Evidence[] {
  return candidates
    .flatMap((candidate) => weighClaims(understanding, candidate, snapshot))
    .sort((a, b) => b.score - a.score);
}

function weighClaims(understanding: Understanding, candidate: Candidate, snapshot: Snapshot): Evidence[] {
  const words = subjectWords(understanding);
  const { article } = candidate.ranked.indexed;
  const { heading } = candidate.matched;
  const claims = snapshot.claimsOf.get(article.id) ?? [];
  const focusWords = words.map((word, i) => (isInHeading(word, heading[i]) ? { ...word, weight: 0 } : word));
  const hasFocus = focusWords.some(({ weight }) => weight > 0);
  const headingTargets = targetsOf(article.heading);
  const far = [...new Set(claims.flatMap(({ targets }) => targets))];
  return claims.map((claim) => {
    const sentence = article.sentences[claim.sentence]?.text ?? article.heading;
    const context: SaidContext = { near: [...new Set([...targetsOf(sentence), ...headingTargets])], far };
    const relation = relateAsked(understanding.targets, claim, context);
    const own: Matches = claim.sentence < 0 ? heading : (candidate.matched.sentences[claim.sentence] ?? heading);
    const inClause = matchTerms(words, clauseTerms(claim, snapshot));
    const coverage = shareMatched(words, mergeMatches(own, heading, FROM_HEADING));
    const focus = hasFocus ? shareMatched(focusWords, inClause) : undefined;
    const score =
      WEIGHTS.relation * relation.strength +
      WEIGHTS.relevance * candidate.relevance +
      WEIGHTS.coverage * coverage +
      WEIGHTS.clause * shareMatched(words, inClause) +
      WEIGHTS.focus * (focus ?? 0) +
      WEIGHTS.predicate * sharePredicates(understanding.predicates, claim, snapshot) +
      WEIGHTS.strength * claim.strength +
      (claim.sentence < 0 ? WEIGHTS.heading : 0);
    return { candidate, claim, relation, coverage, focus, score };
  });
}

function isInHeading(word: QueryWord, factor = 0): boolean {
  return factor > 0.5 || word.weight < MIN_FOCUS_WEIGHT;
}

// "is it shipping?" is answered by the sentence that speaks of shipping.
function sharePredicates(predicates: readonly QueryWord[], claim: Claim, snapshot: Snapshot): number {
  if (predicates.length === 0) return 0;
  return Math.max(...matchTerms(predicates, clauseTerms(claim, snapshot)));
}

function targetsOf(text: string): Target[] {
  return findTargets(text).map(({ target }) => target);
}
