import { collectHolders } from './find-holders.ts';
import { IndexedFact, openLinks } from './indexed-fact.ts';
import type { Names } from './names.ts';
import { eachOf, lengthAt, listAt, type NumberLists } from './number-lists.ts';
import type { LinkReading } from './read-links.ts';
import type { TermReading } from './read-terms.ts';
import type { OrderedFacts, WorkedOut } from './work-out.ts';

/** All facts of an archive, found by term. Never changed once built. */
export interface FactIndex extends TermReading {
  /** Oldest first. */
  readonly facts: readonly IndexedFact[];
  readonly termIds: ReadonlyMap<string, number>;
  /** The facts' lists of terms; a list may hold one more than once. */
  readonly lists: NumberLists;
  /** All lists of an article's facts, its heading's among them: the first and the one behind the last of each run, in turn. */
  readonly listsOfArticle: (articleId: string) => readonly number[];
  /** By `Named.id`, the places in `facts` that are about it or on it. */
  readonly byName: { readonly get: (id: number) => readonly number[] | undefined };
  /** By target id, the places in `facts` that are on it. */
  readonly byTarget: ReadonlyMap<string, readonly number[]>;
}

/** Indexes facts, from what was worked out of them. */
export function buildFactIndex(
  { facts, articles }: OrderedFacts,
  names: Names,
  { links, texts, terms }: Pick<WorkedOut, 'links' | 'texts' | 'terms'>,
): FactIndex {
  const { vocabulary, lists, homes, ends, headings } = texts;
  const opened = openLinks(links, names);
  const byArticle = new Map<string, number[]>();
  const indexed = facts.map((fact, place) => {
    const home = articles.get(fact.articleId);
    if (home === undefined) throw new Error(`Expected the article ${fact.articleId} of the fact ${fact.id}.`);
    const saysList = homes[place] as number;
    const headingList = headings[place] as number;
    holdLists(byArticle, fact.articleId, { headingList, saysList, end: ends[place] as number });
    return new IndexedFact(fact, place, { ...home, saysList, headingList }, opened);
  });
  return {
    ...terms,
    facts: indexed,
    termIds: new Map(vocabulary.map((term, id) => [term, id])),
    lists,
    listsOfArticle: (articleId) => byArticle.get(articleId) ?? [],
    byName: holdByName(links, names.all.length),
    byTarget: holdByTarget(links),
  };
}

// The lists of an article's facts mostly stand one behind the other: as runs they are gone through faster, and are few numbers.
function holdLists(
  runs: Map<string, number[]>,
  articleId: string,
  { headingList, saysList, end }: { readonly headingList: number; readonly saysList: number; readonly end: number },
): void {
  const known = runs.get(articleId);
  if (known === undefined && headingList === saysList - 1) runs.set(articleId, [headingList, end]);
  else if (known === undefined) runs.set(articleId, [headingList, headingList + 1, saysList, end]);
  else if (known.at(-1) === saysList) known[known.length - 1] = end;
  else known.push(saysList, end);
}

// Made into lists of their own when they are asked for: most names never are.
function holdByName({ subjects, places, about, on }: LinkReading, count: number): FactIndex['byName'] {
  const holders = collectHolders(count, (hold) => {
    for (let place = 0; place + 1 < about.starts.length; place++) {
      eachOf(about, place, (at) => {
        const id = subjects[at]?.named;
        if (id !== undefined) hold(id, place);
      });
      eachOf(on, place, (at) => {
        for (const id of places[at]?.names ?? []) hold(id, place);
      });
    }
  });
  const known = new Map<number, readonly number[]>();
  return {
    get(id) {
      const list = known.get(id) ?? [...listAt(holders, id)];
      known.set(id, list);
      return list.length === 0 ? undefined : list;
    },
  };
}

function holdByTarget({ places, on }: LinkReading): FactIndex['byTarget'] {
  const holders = new Map<string, number[]>();
  for (let place = 0; place + 1 < on.starts.length; place++)
    eachOf(on, place, (at) => {
      for (const id of places[at]?.targets ?? []) {
        const list = holders.get(id);
        if (list === undefined) holders.set(id, [place]);
        // Places come one after the other: one that is there already is the last.
        else if (list.at(-1) !== place) list.push(place);
      }
    });
  return holders;
}

/** How many facts hold a term. */
export function countHolders({ holders }: FactIndex, term: number): number {
  return lengthAt(holders, term);
}
