import type { Claim } from '#claims/claim.ts';
import { findTargets } from '#claims/find-targets.ts';
import type { Target } from '#claims/target.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Candidate } from './candidate.ts';
import { type AskedRelation, relateAsked } from './asked-relation.ts';
import { mergeMatches, shareMatched } from './match-words.ts';
import { subjectWords } from './candidate.ts';
import type { Understanding } from './understand-question.ts';

/** One claim weighed against a question: does it speak of the same thing, on the same target? */
export interface Evidence {
  readonly candidate: Candidate;
  readonly claim: Claim;
  /** How the claim's targets answer the asked ones. */
  readonly relation: AskedRelation;
  /** The share of the subject's words in the sentence or the heading above it. */
  readonly coverage: number;
  readonly score: number;
}

// What decides which claim answers, in order: it speaks of the asked target; its article is about the subject; its own
// words are the question's; it says it plainly.
const WEIGHTS = { relation: 3, relevance: 2, coverage: 2.2, clause: 1.2, strength: 0.22, heading: 0.2 };
const FROM_HEADING = 0.85;

/** Every claim of the candidates that may answer, best first. */
export function weighEvidence(understanding: Understanding, candidates: readonly Candidate[], snapshot: Snapshot): Evidence[] {
  const words = subjectWords(understanding);
  const evidence: Evidence[] = [];
  for (const candidate of candidates) {
    const { article } = candidate.ranked.indexed;
    const headingTargets = targetsOf(article.heading);
    for (const claim of snapshot.claimsOf.get(article.id) ?? []) {
      const sentence = article.sentences[claim.sentence]?.text ?? article.heading;
      const context = [...new Set([...targetsOf(sentence), ...headingTargets])];
      const relation = relateAsked(understanding.targets, claim.targets, context, claim.status);
      const own = claim.sentence < 0 ? candidate.matched.heading : (candidate.matched.sentences[claim.sentence] ?? []);
      const coverage = shareMatched(words, mergeMatches(own.length ? own : candidate.matched.heading, candidate.matched.heading, FROM_HEADING));
      const clause = shareMatched(words, own);
      const score =
        WEIGHTS.relation * relation.strength +
        WEIGHTS.relevance * candidate.relevance +
        WEIGHTS.coverage * coverage +
        WEIGHTS.clause * clause +
        WEIGHTS.strength * claim.strength +
        (claim.sentence < 0 ? WEIGHTS.heading : 0);
      evidence.push({ candidate, claim, relation, coverage, score });
    }
  }
  return evidence.sort((a, b) => b.score - a.score);
}

function targetsOf(text: string): Target[] {
  return findTargets(text).map(({ target }) => target);
}
