import { isAskingWord } from '#answering/question/asking-words.ts';
import type { Understanding } from '#answering/question/understand-question.ts';
import type { IndexedFact } from '#search/indexed-fact.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { AskedWords } from './match-part.ts';
import { type Factors, prepareTerms, type TermMatcher } from './match-terms.ts';
import type { TopicMatch } from './match-topic.ts';

/** A word that tells less finds nothing. */
export const MIN_WEIGHT = 0.1;

/** A question, with all that is the same for every fact that is weighed against it. */
export interface Query extends AskedWords {
  readonly understanding: Understanding;
  readonly matcher: TermMatcher;
  /** It asks how something stands on some target. */
  readonly asksStatus: boolean;
  /** By word, how much it tells. */
  readonly weights: Float64Array;
  /** By word, how rare it is in this archive; 0 where it is not in it. */
  readonly rarities: Float64Array;
  /** By word, whether it is one of asking. */
  readonly isAsking: readonly boolean[];
  /** The place of the newest fact; at least 1. */
  readonly newest: number;
  readonly matchHeading: (fact: IndexedFact) => Factors;
  /** `leftOut`: a list of the article's that does not count; -1 for none. */
  readonly matchArticle: (fact: IndexedFact, leftOut: number) => Factors;
  /** By word, how far the topic that it belongs to is met; 0 for one of no topic. */
  readonly levelsOf: (matches: readonly TopicMatch[]) => Float64Array;
  /** For what is found of one fact; written anew for the next. */
  readonly scratch: { readonly said: Float64Array; readonly inAsks: Float64Array; readonly all: Float64Array };
}

/** Prepares a question to be compared with many facts of an archive. */
export function prepareQuery(understanding: Understanding, { index }: Snapshot): Query {
  const { topics, words, kind } = understanding;
  const matcher = prepareTerms(words, index);
  const topicOf = words.map((_, place) => topics.findIndex(({ from, to }) => from <= place && place < to));
  const headings = new Map<number, Factors>();
  const articles = new Map<number, Factors>();
  const levels = make();
  return {
    understanding,
    matcher,
    asksStatus:
      kind === 'compat' || (kind === 'any' && topics.length > 1 && topics.some(({ target }) => target !== undefined)),
    weights: Float64Array.from(words, ({ weight }) => weight),
    rarities: Float64Array.from(words, ({ terms, weight, rarity }) =>
      terms.length === 0 || weight < MIN_WEIGHT ? 0 : rarity,
    ),
    isAsking: words.map(({ raw }) => isAskingWord(raw)),
    lowerWords: new Set(words.map(({ raw }) => raw.toLowerCase())),
    deviceless: new Set(
      words.flatMap(({ raw }, at) =>
        topics[topicOf[at] as number]?.target?.kind === 'device' ? [] : [raw.toLowerCase()],
      ),
    ),
    newest: Math.max(1, index.facts.length - 1),
    matchHeading({ headingList }) {
      const known = headings.get(headingList);
      if (known !== undefined) return known;
      const factors = match([headingList, headingList + 1], NO_LIST);
      headings.set(headingList, factors);
      return factors;
    },
    matchArticle(fact, leftOut) {
      if (leftOut !== NO_LIST) return match(index.listsOfArticle(fact), leftOut);
      const known = articles.get(fact.headingList);
      if (known !== undefined) return known;
      const factors = match(index.listsOfArticle(fact), NO_LIST);
      articles.set(fact.headingList, factors);
      return factors;
    },
    levelsOf(matches) {
      for (let word = 0; word < levels.length; word++) {
        const topic = topicOf[word] as number;
        levels[word] = topic < 0 ? 0 : (matches[topic]?.level ?? 0);
      }
      return levels;
    },
    scratch: { said: make(), inAsks: make(), all: make() },
  };

  function make(): Float64Array {
    return new Float64Array(words.length);
  }

  function match(ranges: readonly number[], leftOut: number): Factors {
    const factors = make();
    matcher.match(ranges, leftOut, factors);
    return factors;
  }
}

/** In place of the number of a list. */
export const NO_LIST = -1;
