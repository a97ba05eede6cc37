import type { Fact } from '#facts/fact.ts';
import type { Article } from '#newsletter/issue.ts';
import { listWords, termsOfWord } from '#search/words/tokenize.ts';
import type { TermHomes } from './find-holders.ts';
import type { Names } from './names.ts';
import { collectLists } from './number-lists.ts';

/**
 * What the texts of an archive's facts are made of: plain data, so that it can be kept between two starts. The same facts,
 * articles and names give the same.
 */
export interface TextReading extends TermHomes {
  /** The terms, by number: `lists` holds these. */
  readonly vocabulary: readonly string[];
}

/** Reads the texts of facts into terms. `takeWord`: called for the words of their names and asks, as they stand there. */
export function readTexts(
  facts: readonly Fact[],
  articles: ReadonlyMap<string, { readonly article: Article }>,
  names: Names,
  takeWord: (word: string) => void,
): TextReading {
  const termIds = new Map<string, number>();
  const knownWords = new Map<string, KnownWord>();
  const lists = collectLists();
  const homes = new Uint32Array(facts.length);
  const ends = new Uint32Array(facts.length);
  const headings = new Uint32Array(facts.length);
  const headingLists = new Map<string, number>();
  const idsOfNames = new Map<string, readonly number[]>();
  const written = new Set<string>();
  for (const [place, { articleId, says, about, on, asks }] of facts.entries()) {
    const heading = headingLists.get(articleId) ?? addText(articles.get(articleId)?.article.heading ?? '');
    headingLists.set(articleId, heading);
    headings[place] = heading;
    homes[place] = addText(says);
    const named = new Set(about.map((name) => names.find(name)));
    for (const name of about) pushWritten(name);
    for (const name of on) pushWritten(name);
    for (const one of named) {
      for (const name of one?.also ?? []) pushName(name);
      for (const name of one?.kind ?? []) pushName(name);
    }
    ends[place] = lists.end() + 1 + asks.length;
    for (const ask of asks) addText(ask, takeWord);
  }
  return { vocabulary: [...termIds.keys()], lists: lists.build(), homes, ends, headings };

  function addText(text: string, take?: (word: string) => void): number {
    for (const word of listWords(text)) {
      const known = readWord(word);
      if (take !== undefined) takeOnce(known, word, take);
      for (const id of known.ids) lists.push(id);
    }
    return lists.end();
  }

  function takeOnce(known: KnownWord, word: string, take: (word: string) => void): void {
    if (known.isTaken) return;
    known.isTaken = true;
    take(word);
  }

  // A name as a fact has it.
  function pushWritten(name: string): void {
    if (!written.has(name)) for (const word of listWords(name)) takeWord(word);
    written.add(name);
    pushName(name);
  }

  // The same names come again and again.
  function pushName(name: string): void {
    let ids = idsOfNames.get(name);
    if (ids === undefined) {
      ids = listWords(name).flatMap((word) => readWord(word).ids);
      idsOfNames.set(name, ids);
    }
    for (const id of ids) lists.push(id);
  }

  // One look a word: an archive has millions, and few different ones.
  function readWord(word: string): KnownWord {
    const known = knownWords.get(word);
    if (known !== undefined) return known;
    const ids = termsOfWord(word).map((term) => {
      const id = termIds.get(term) ?? termIds.size;
      termIds.set(term, id);
      return id;
    });
    const read = { ids, isTaken: false };
    knownWords.set(word, read);
    return read;
  }
}

/** A word as it is written, with the numbers of its terms. */
interface KnownWord {
  readonly ids: readonly number[];
  isTaken: boolean;
}
