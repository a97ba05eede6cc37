import type { Understanding } from '#answering/question/understand-question.ts';
import type { IndexedFact } from '#search/fact-index.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { prepareTerms, type TermMatcher } from './match-terms.ts';
import type { TopicMatch } from './match-topic.ts';

/** A word that tells less finds nothing. */
export const MIN_WEIGHT = 0.1;

/** A question, with all that is the same for every fact that is weighed against it. Factors: one a word, 0 to 1. */
export interface Query {
  readonly understanding: Understanding;
  readonly matcher: TermMatcher;
  /** It asks how something stands on some target. */
  readonly asksStatus: boolean;
  /** By word, how much it tells. */
  readonly weights: readonly number[];
  /** By word, how rare it is in this archive; 0 where it is not in it. */
  readonly rarities: readonly number[];
  /** The place of the newest fact; at least 1. */
  readonly newest: number;
  readonly matchHeading: (fact: IndexedFact) => readonly number[];
  /** `leftOut`: a list of the article's that does not count. */
  readonly matchArticle: (fact: IndexedFact, leftOut: number | undefined) => readonly number[];
  /** Factors, raised to how far the topic that a word belongs to is met. */
  readonly withTopics: (factors: readonly number[], topics: readonly TopicMatch[]) => number[];
}

/** Prepares a question to be compared with many facts of an archive. */
export function prepareQuery(understanding: Understanding, { index }: Snapshot): Query {
  const { topics, words, kind } = understanding;
  const matcher = prepareTerms(words, index);
  const topicOf = words.map((_, place) => topics.findIndex(({ from, to }) => from <= place && place < to));
  const headings = new Map<number, readonly number[]>();
  const articles = new Map<string, readonly number[]>();
  return {
    understanding,
    matcher,
    asksStatus:
      kind === 'compat' || (kind === 'any' && topics.length > 1 && topics.some(({ target }) => target !== undefined)),
    weights: words.map(({ weight }) => weight),
    rarities: words.map(({ terms, weight, rarity }) => (terms.length === 0 || weight < MIN_WEIGHT ? 0 : rarity)),
    newest: Math.max(1, index.facts.length - 1),
    matchHeading: ({ headingList }) =>
      remember(headings, headingList, () => matcher.factors(matcher.find([headingList]))),
    matchArticle({ fact: { articleId } }, leftOut) {
      const match = () =>
        matcher.factors(matcher.find(index.listsOfArticle(articleId).filter((one) => one !== leftOut)));
      return leftOut === undefined ? remember(articles, articleId, match) : match();
    },
    withTopics: (factors, matches) =>
      factors.map((factor, word) => Math.max(factor, matches[topicOf[word] as number]?.level ?? 0)),
  };
}

function remember<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
