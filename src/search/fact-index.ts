import { collectHolders } from '#search/reading/find-holders.ts';
import type { Names } from '#search/reading/names.ts';
import { eachOf, lengthAt, listAt, type NumberLists } from '#search/reading/number-lists.ts';
import type { FactOrder, OpenOrder } from '#search/reading/order-facts.ts';
import type { LinkReading } from '#search/reading/read-links.ts';
import type { TermReading } from '#search/reading/read-terms.ts';
import type { TextReading } from '#search/reading/read-texts.ts';
import type { WorkedOut } from '#search/reading/work-out.ts';
import { type FactSource, IndexedFact, openLinks } from './indexed-fact.ts';

/** All facts of an archive, found by term. Never changed once built. */
export interface FactIndex extends TermReading {
  /** Oldest first. */
  readonly facts: readonly IndexedFact[];
  readonly termIds: ReadonlyMap<string, number>;
  /** The facts' lists of terms; a list may hold one more than once. */
  readonly lists: NumberLists;
  /** All lists of the facts of a fact's article, its heading's among them: the first and the one behind the last of each run, in turn. */
  readonly listsOfArticle: (fact: IndexedFact) => readonly number[];
  /** By `Named.id`, the places in `facts` that are about it or on it. */
  readonly byName: { readonly get: (id: number) => readonly number[] | undefined };
  /** By target id, the places in `facts` that are on it. */
  readonly byTarget: ReadonlyMap<string, readonly number[]>;
}

/** Indexes facts, from what was worked out of them. */
export function buildFactIndex(
  opened: OpenOrder,
  names: Names,
  { order, links, texts, terms }: Pick<WorkedOut, 'order' | 'links' | 'texts' | 'terms'>,
): FactIndex {
  const source: FactSource = { ...openLinks(links, names), ...opened, texts };
  return {
    ...terms,
    facts: Array.from(texts.homes, (_, place) => new IndexedFact(place, source)),
    termIds: new Map(texts.vocabulary.map((term, id) => [term, id])),
    lists: texts.lists,
    listsOfArticle: ({ place }) => collectRuns(texts, findFellows(order, place)),
    byName: holdByName(links, names.all.length),
    byTarget: holdByTarget(links),
  };
}

/** The places of all facts of the article that the fact at this place is of. */
function findFellows({ issues, articles }: FactOrder, place: number): number[] {
  const issue = issues[place];
  const fellows: number[] = [];
  let at = place;
  while (issues[at - 1] === issue) at--;
  for (; issues[at] === issue; at++) if (articles[at] === articles[place]) fellows.push(at);
  return fellows;
}

// The lists of an article's facts mostly stand one behind the other: as runs they are gone through faster, and are few numbers.
function collectRuns({ homes, ends, headings }: TextReading, places: readonly number[]): number[] {
  const runs: number[] = [];
  for (const place of places) {
    const saysList = homes[place] as number;
    const end = ends[place] as number;
    const headingList = headings[place] as number;
    if (runs.length === 0) runs.push(headingList, headingList + 1);
    if (runs.at(-1) === saysList) runs[runs.length - 1] = end;
    else runs.push(saysList, end);
  }
  return runs;
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
