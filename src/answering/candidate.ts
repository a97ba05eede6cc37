import { type RankedArticle, rankArticles } from '#search/rank-articles.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type MatchedArticle, matchArticle, shareMatched } from './match-words.ts';
import type { Understanding } from './understand-question.ts';

/** An article that may hold the answer. */
export interface Candidate {
  readonly ranked: RankedArticle;
  readonly matched: MatchedArticle;
  /** The share of the question's telling words that the article has, 0 to 1: "is this the subject?" */
  readonly coverage: number;
  /** Relevance over all candidates, 0 to 1 for the best. */
  readonly relevance: number;
}

const MAX_CANDIDATES = 14;
// The index ranks by rarity and place, coverage by how much of the question is there: both matter.
const COVERAGE_EXPONENT = 1.5;
const HEADING_BONUS = 0.35;
// A word this telling can name a subject.
const MIN_SUBJECT_WEIGHT = 0.9;

/** The articles worth reading closely, best first. */
export function findCandidates(understanding: Understanding, snapshot: Snapshot): Candidate[] {
  const words = subjectWords(understanding);
  const searched = [
    ...understanding.content,
    ...understanding.targetWords,
  ];
  const ranked = rankArticles(searched, snapshot, MAX_CANDIDATES);
  const rated = ranked.map((one) => {
    const matched = matchArticle(words, one.indexed);
    const coverage = shareMatched(words, matched.all);
    const inHeading = shareMatched(words, matched.heading);
    return { ranked: one, matched, coverage, relevance: one.score * coverage ** COVERAGE_EXPONENT * (1 + HEADING_BONUS * inHeading) };
  });
  const best = Math.max(...rated.map(({ relevance }) => relevance), Number.MIN_VALUE);
  return rated.map((one) => ({ ...one, relevance: one.relevance / best })).sort((a, b) => b.relevance - a.relevance);
}

/** The words that tell the subject. Whether a claim is about a target is weighed on its own; a fact is about both. */
export function subjectWords({ kind, content, targetWords }: Understanding): readonly QueryWord[] {
  const hasSubject = content.some((word) => word.weight >= MIN_SUBJECT_WEIGHT);
  return kind === 'compat' && hasSubject ? content : [...content, ...targetWords];
}
