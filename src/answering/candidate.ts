import type { QueryWord } from '#search/query.ts';
import { type RankedArticle, rankArticles } from '#search/rank-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { type MatchedArticle, type Matches, matchArticle, shareCovered, shareMatched } from './match-words.ts';
import type { Understanding } from './understand-question.ts';

/** An article that may hold the answer. */
export interface Candidate {
  readonly ranked: RankedArticle;
  readonly matched: MatchedArticle;
  /** The share of the question's telling words that the article has, 0 to 1: "is this the subject?" */
  readonly coverage: number;
  /** Relevance over all candidates, 0 to 1 for the best. */
  readonly relevance: number;
  /** The same share, of names, devices and systems alone; 1 where the question names none. */
  readonly named: number;
}

const MAX_CANDIDATES = 14;
const OTHER_VERSION = 0.5;
// The index ranks by rarity and place, coverage by how much of the question is there: both matter.
const COVERAGE_EXPONENT = 1.5;
const HEADING_BONUS = 0.7;
// A word this telling can name a subject.
const MIN_SUBJECT_WEIGHT = 1.2;
// Names, devices and systems: what a question is about. The archive must have these, whatever else it has.
const STRONG_WEIGHT = 1.5;

/** The articles worth reading closely, best first. */
export function findCandidates(understanding: Understanding, snapshot: Snapshot): Candidate[] {
  const words = subjectWords(understanding);
  const searched = [...understanding.content, ...understanding.targetWords];
  const ranked = rankArticles(searched, snapshot, MAX_CANDIDATES).filter(
    ({ indexed }) => indexed.article.kind === 'news',
  );
  const asked = numbersOf(understanding.question);
  const rated = ranked.map((one) => {
    const version = compareVersion(asked, one.indexed);
    const matched = matchArticle(words, one.indexed);
    const coverage = shareCovered(words, matched.all);
    const inHeading = shareMatched(words, matched.heading);
    return {
      ranked: one,
      matched,
      coverage,
      named: shareOfStrong(words, matched.all),
      version,
      relevance:
        one.score *
        coverage ** COVERAGE_EXPONENT *
        (1 + HEADING_BONUS * inHeading) *
        (version === 'other' ? OTHER_VERSION : 1),
    };
  });
  // "foodb 10": where an article is of that very version, those of others are not looked at.
  const hasAsked = rated.some(({ version }) => version === 'same');
  const kept = hasAsked ? rated.filter(({ version }) => version !== 'other') : rated;
  const best = Math.max(...kept.map(({ relevance }) => relevance), Number.MIN_VALUE);
  return kept
    .map(({ version: _, ...one }) => ({ ...one, relevance: one.relevance / best }))
    .sort((a, b) => b.relevance - a.relevance);
}

// "foodb 10": a heading that says "Foodb 12" and nowhere 10 is about another one.
const NUMBERED =
  /(?<![\p{L}.+#])([\p{L}.+#]{2,30})[\s-]{1,3}v?(\d+(?:\.\d+)*)(?![\d%]|\s*(?:[kmgt]i?b|[kmg]hz|bits?|cores?|nodes?|systems?|servers?|machines?)\b)/giu;

function compareVersion(
  asked: readonly NumberedName[],
  { article }: RankedArticle['indexed'],
): 'same' | 'other' | undefined {
  if (asked.length === 0) return undefined;
  const said = numbersOf(article.heading);
  let found: 'same' | 'other' | undefined;
  for (const { name, number } of asked) {
    const same = said.filter((one) => one.name === name);
    if (same.length > 0) found = same.some((one) => isSameVersion(one.number, number)) ? 'same' : (found ?? 'other');
  }
  return found;
}

interface NumberedName {
  readonly name: string;
  readonly number: string;
}

function numbersOf(text: string): NumberedName[] {
  if (!/\d/.test(text)) return [];
  return Array.from(text.toLowerCase().matchAll(NUMBERED), ([, name = '', number = '']) => ({ name, number }));
}

// 17.07 is 17.07.0, and the other way round.
const isSameVersion = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`);

function shareOfStrong(words: readonly QueryWord[], matches: Matches): number {
  const strong = words.map((word) => (word.weight >= STRONG_WEIGHT ? word : { ...word, weight: 0 }));
  return strong.some(({ weight }) => weight > 0) ? shareMatched(strong, matches) : 1;
}

/** The words that tell the subject. Whether a claim is about a target is weighed on its own; a fact is about both. */
export function subjectWords({ kind, content, targetWords }: Understanding): readonly QueryWord[] {
  const hasSubject = content.some((word) => word.isName || word.weight >= MIN_SUBJECT_WEIGHT);
  return (kind === 'compat' || kind === 'since') && hasSubject ? content : [...content, ...targetWords];
}
