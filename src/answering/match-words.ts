import type { QueryWord } from '#search/query.ts';
import type { IndexedArticle } from '#search/text-index.ts';

/** How well words are matched by some text: for each word the best factor, 0 (absent) to 1. */
export type Matches = readonly number[];

/** Matches words against the terms of one text. */
export function matchTerms(words: readonly QueryWord[], terms: Uint32Array): Matches {
  return words.map((word) => {
    let best = 0;
    for (const { termId, factor } of word.matches) if (factor > best && terms.includes(termId)) best = factor;
    return best;
  });
}

/** The better of two matches, word by word. */
export function mergeMatches(a: Matches, b: Matches, factor = 1): Matches {
  return a.map((value, i) => Math.max(value, (b[i] ?? 0) * factor));
}

/** The matched share of the words' weight, 0 to 1; 0 where there is no weight at all. */
export function shareMatched(words: readonly QueryWord[], matches: Matches): number {
  let total = 0;
  let matched = 0;
  for (const [i, word] of words.entries()) {
    total += word.weight;
    matched += word.weight * (matches[i] ?? 0);
  }
  return total > 0 ? matched / total : 0;
}

// A chatty question has words that no article needs to have; a name is not one of them.
const UNMATCHED_ORDINARY = 0.5;

/** The same, where an ordinary word that is nowhere counts half: "our shop", "asking for a friend". */
export function shareCovered(words: readonly QueryWord[], matches: Matches): number {
  return shareMatched(
    words.map((word, i) =>
      (matches[i] ?? 0) > 0 || word.isName ? word : { ...word, weight: word.weight * UNMATCHED_ORDINARY },
    ),
    matches,
  );
}

/** An article with the question's words matched in each of its parts. */
export interface MatchedArticle {
  readonly heading: Matches;
  readonly sentences: readonly Matches[];
  readonly links: readonly Matches[];
  /** Best over all parts. */
  readonly all: Matches;
}

/** Matches a question's words in every part of an article. */
export function matchArticle(words: readonly QueryWord[], indexed: IndexedArticle): MatchedArticle {
  const heading = matchTerms(words, indexed.headingTerms);
  const sentences = indexed.sentenceTerms.map((terms) => matchTerms(words, terms));
  const links = indexed.linkTerms.map((terms) => matchTerms(words, terms));
  const all = [...sentences, ...links].reduce((best, matches) => mergeMatches(best, matches), heading);
  return { heading, sentences, links, all };
}
