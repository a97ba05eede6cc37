import type { NumberLists } from './number-lists.ts';

/** Where a fact's terms stand: its sentence's, its names' and its asks' lists one behind the other, and its heading's. */
export interface TermHome {
  readonly fact: { readonly asks: readonly string[] };
  readonly saysList: number;
  readonly headingList: number;
  readonly firstAsk: number;
}

/**
 * From the lists of terms of each fact to the facts of each term, each fact once, by counting twice. `count`: of terms. A
 * start waits for it: nothing is made in here for each fact.
 */
export function findHolders(
  facts: readonly TermHome[],
  { numbers: terms, starts: firsts }: NumberLists,
  count: number,
): NumberLists {
  const starts = new Uint32Array(count + 1);
  const last = new Int32Array(count).fill(-1);
  for (let place = 0; place < facts.length; place++) {
    const { fact, saysList, headingList, firstAsk } = facts[place] as TermHome;
    const ownEnd = firsts[firstAsk + fact.asks.length] as number;
    const end = firsts[headingList + 1] as number;
    for (let at = firsts[saysList] as number; at < ownEnd; at++) tally(terms[at] as number, place);
    for (let at = firsts[headingList] as number; at < end; at++) tally(terms[at] as number, place);
  }
  for (let term = 0; term < count; term++) starts[term + 1] = (starts[term + 1] as number) + (starts[term] as number);
  const numbers = new Uint32Array(starts[count] as number);
  const next = starts.slice(0, count);
  last.fill(-1);
  for (let place = 0; place < facts.length; place++) {
    const { fact, saysList, headingList, firstAsk } = facts[place] as TermHome;
    const ownEnd = firsts[firstAsk + fact.asks.length] as number;
    const end = firsts[headingList + 1] as number;
    for (let at = firsts[saysList] as number; at < ownEnd; at++) write(terms[at] as number, place);
    for (let at = firsts[headingList] as number; at < end; at++) write(terms[at] as number, place);
  }
  return { numbers, starts };

  function tally(term: number, place: number): void {
    if (last[term] === place) return;
    last[term] = place;
    starts[term + 1] = (starts[term + 1] as number) + 1;
  }

  function write(term: number, place: number): void {
    if (last[term] === place) return;
    last[term] = place;
    const at = next[term] as number;
    numbers[at] = place;
    next[term] = at + 1;
  }
}
