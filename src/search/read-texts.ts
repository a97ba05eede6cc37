import type { Fact } from '#facts/fact.ts';
import type { Article } from '#newsletter/issue.ts';
import { tokenize } from '#search/words/tokenize.ts';
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

/** Reads the texts of facts into terms. `headings`: by article id. */
export function readTexts(
  facts: readonly Fact[],
  articles: ReadonlyMap<string, { readonly article: Article }>,
  names: Names,
): TextReading {
  const termIds = new Map<string, number>();
  const lists = collectLists();
  const homes = new Uint32Array(facts.length);
  const headings = new Uint32Array(facts.length);
  const headingLists = new Map<string, number>();
  const known = new Map<string, readonly number[]>();
  const mentioned: string[][] = [];
  for (const [place, { articleId, says, about, on, asks }] of facts.entries()) {
    const heading = headingLists.get(articleId) ?? lists.add(termsOf(articles.get(articleId)?.article.heading ?? ''));
    headingLists.set(articleId, heading);
    headings[place] = heading;
    homes[place] = lists.add(termsOf(says));
    const named = new Set(about.map((name) => names.find(name)).filter((one) => one !== undefined));
    const others = [...named].flatMap(({ also, kind }) => [...also, ...kind]);
    lists.add([...about, ...on, ...others].flatMap(termsOfName));
    for (const ask of asks) lists.add(termsOf(ask));
    mentioned.push([...new Set(findTargets(says).map(({ target }) => target.id))]);
  }
  return { vocabulary: [...termIds.keys()], lists: lists.build(), homes, headings, mentioned };

  function termsOf(text: string): number[] {
    return tokenize(text).flatMap(({ terms }) => terms.map(idOf));
  }

  // The same names come again and again.
  function termsOfName(name: string): readonly number[] {
    const before = known.get(name) ?? termsOf(name);
    known.set(name, before);
    return before;
  }

  function idOf(term: string): number {
    const id = termIds.get(term) ?? termIds.size;
    termIds.set(term, id);
    return id;
  }
}
