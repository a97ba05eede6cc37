import type { Fact } from '#facts/fact.ts';
import type { Article } from '#newsletter/issue.ts';
import { listWords, termsOfWord } from '#search/words/tokenize.ts';
import { findTargets } from '#targets/finding/find-targets.ts';
import type { Names } from './names.ts';
import { collectLists, type NumberLists } from './number-lists.ts';

/**
 * What the texts of an archive's facts are made of: plain data, so that it can be kept between two starts. The same facts,
 * articles and names give the same.
 */
export interface TextReading {
  /** The terms, by number. */
  readonly vocabulary: readonly string[];
  /** Lists of terms; `homes` says whose. */
  readonly lists: NumberLists;
  /** By fact, its first list: its sentence; behind it its names, then one list an ask. */
  readonly homes: Uint32Array;
  /** By fact, the list of its article's heading. */
  readonly headings: Uint32Array;
  /** By fact, the ids of the targets that its sentence names. */
  readonly mentioned: readonly (readonly string[])[];
}

/** Reads the texts of facts into terms. `takeWord`: called for the words of their names and asks, as they stand there. */
export function readTexts(
  facts: readonly Fact[],
  articles: ReadonlyMap<string, { readonly article: Article }>,
  names: Names,
  takeWord: (word: string) => void,
): TextReading {
  const termIds = new Map<string, number>();
  const idsOfWords = new Map<string, readonly number[]>();
  const lists = collectLists();
  const homes = new Uint32Array(facts.length);
  const headings = new Uint32Array(facts.length);
  const headingLists = new Map<string, number>();
  const idsOfNames = new Map<string, readonly number[]>();
  const written = new Set<string>();
  const mentioned: string[][] = [];
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
    lists.end();
    for (const ask of asks) addText(ask, takeWord);
    mentioned.push([...new Set(findTargets(says).map(({ target }) => target.id))]);
  }
  return { vocabulary: [...termIds.keys()], lists: lists.build(), homes, headings, mentioned };

  function addText(text: string, take?: (word: string) => void): number {
    for (const word of listWords(text)) {
      take?.(word);
      for (const id of idsOf(word)) lists.push(id);
    }
    return lists.end();
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
      ids = listWords(name).flatMap(idsOf);
      idsOfNames.set(name, ids);
    }
    for (const id of ids) lists.push(id);
  }

  // One look a word: an archive has millions, and few different ones.
  function idsOf(word: string): readonly number[] {
    const known = idsOfWords.get(word);
    if (known !== undefined) return known;
    const ids = termsOfWord(word).map((term) => {
      const id = termIds.get(term) ?? termIds.size;
      termIds.set(term, id);
      return id;
    });
    idsOfWords.set(word, ids);
    return ids;
  }
}
