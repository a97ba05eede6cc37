import type { NumberLists } from './number-lists.ts';

/** Tells that a place holds a key. Places come one after the other; what is told twice in a row counts once. */
type Hold = (key: number, place: number) => void;

/**
 * From what each place holds to the places of each key, in order and each once, by counting twice: `tell` is called two times.
 * `count`: of keys. Nothing is made in here for each place: of a large archive there are millions.
 */
export function collectHolders(count: number, tell: (hold: Hold) => void): NumberLists {
  const starts = new Uint32Array(count + 1);
  const last = new Int32Array(count).fill(-1);
  tell((key, place) => {
    if (last[key] === place) return;
    last[key] = place;
    starts[key + 1] = (starts[key + 1] as number) + 1;
  });
  for (let key = 0; key < count; key++) starts[key + 1] = (starts[key + 1] as number) + (starts[key] as number);
  const numbers = new Uint32Array(starts[count] as number);
  const next = starts.slice(0, count);
  last.fill(-1);
  tell((key, place) => {
    if (last[key] === place) return;
    last[key] = place;
    const at = next[key] as number;
    numbers[at] = place;
    next[key] = at + 1;
  });
  return { numbers, starts };
}

/** Where the terms of facts stand. */
export interface TermHomes {
  readonly lists: NumberLists;
  /** By fact, its first list: its sentence's; behind it its names', and one list an ask. */
  readonly homes: Uint32Array;
  /** By fact, the list behind its last ask. */
  readonly ends: Uint32Array;
  /** By fact, the list of its article's heading. */
  readonly headings: Uint32Array;
}

/** From the lists of terms of each fact to the facts of each term. `count`: of terms. */
export function findHolders({ lists, homes, ends, headings }: TermHomes, count: number): NumberLists {
  const { numbers: terms, starts: firsts } = lists;
  return collectHolders(count, (hold) => {
    for (let place = 0; place < homes.length; place++) {
      const ownEnd = firsts[ends[place] as number] as number;
      for (let at = firsts[homes[place] as number] as number; at < ownEnd; at++) hold(terms[at] as number, place);
      const heading = headings[place] as number;
      const end = firsts[heading + 1] as number;
      for (let at = firsts[heading] as number; at < end; at++) hold(terms[at] as number, place);
    }
  });
}
