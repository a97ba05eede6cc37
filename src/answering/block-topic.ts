import type { Article } from '#newsletter/issue.ts';
import type { QueryWord } from '#search/query.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { IndexedArticle } from '#search/text-index.ts';
import { termsOfWord, tokenize } from '#search/tokenize.ts';
import { isOrdinaryWord } from '#search/word-weight.ts';
import { subjectOf } from './clause-subject.ts';

/** Whether a paragraph or item is about what was asked, about something else by name, or goes on with its article's subject. */
export type BlockTopic = 'asked' | 'other' | undefined;

const NAME_SHARE = 0.6;
const MIN_FACTOR = 0.5;
// "Chat: …", "**Foodb** 2 has …": the name may stand before a colon, or before any verb.
const LABEL = /^(?:\*\s*)?([^:.!?]{2,50}):\s/;

const topicsOf = new WeakMap<Article, Map<number, readonly number[]>>();

/** What the block of a sentence is about, by the names that its first sentence is about. */
export function topicOfBlock(
  indexed: IndexedArticle,
  place: number,
  asked: readonly QueryWord[],
  snapshot: Snapshot,
): BlockTopic {
  const block = indexed.article.sentences[place]?.block;
  if (block === undefined) return undefined;
  const names = namesOfBlock(indexed, block, snapshot);
  if (names.length === 0) return undefined;
  const isAsked = asked.some(
    ({ isName, matches }) =>
      isName && matches.some(({ termId, factor }) => factor >= MIN_FACTOR && names.includes(termId)),
  );
  if (isAsked) return 'asked';
  return names.some((id) => !indexed.headingTerms.includes(id)) ? 'other' : undefined;
}

function namesOfBlock({ article }: IndexedArticle, block: number, snapshot: Snapshot): readonly number[] {
  const known = topicsOf.get(article) ?? new Map<number, readonly number[]>();
  topicsOf.set(article, known);
  const before = known.get(block);
  if (before) return before;
  const first = article.sentences.find((sentence) => sentence.block === block)?.text ?? '';
  const words = LABEL.exec(first)?.[1] ?? subjectOf(first)?.words ?? '';
  const names = tokenize(words)
    .filter(({ raw }) => /\p{Lu}/u.test(raw) || !isOrdinaryWord(raw))
    .map(({ raw }) => snapshot.index.termIds.get(termsOfWord(raw)[0] ?? '') ?? -1)
    .filter(
      (id) => (snapshot.index.nameShare[id] ?? 0) >= NAME_SHARE || !isOrdinaryWord(snapshot.index.terms[id] ?? ''),
    );
  known.set(block, names);
  return names;
}
