import type { QueryWord } from '#answering/question/read-word.ts';
import type { FactIndex } from '#search/fact-index.ts';

/** One a word of a question, 0 to 1: how much the best of its terms that was found stands for it. */
export type Factors = ArrayLike<number>;

/** A question's terms, to be looked for in many lists. A list's number that is -1 is none. */
export interface TermMatcher {
  /**
   * Writes into `factors` what these lists hold together. `ranges`: the first list and the one behind the last, in turn;
   * `leftOut`: a list that does not count.
   */
  readonly match: (ranges: readonly number[], leftOut: number, factors: Float64Array) => void;
  /** The same for one range; returns how much the question and the likest of its lists have in common, of all that either says. */
  readonly liken: (from: number, to: number, leftOut: number, factors: Float64Array) => number;
}

const NOTHING = 255;
const MAX_TERMS = 254;
// Most terms of a list are none of the question's: a small table says so faster than a map.
const MASK = 1023;

/** Prepares a question's words for lists of one index. */
export function prepareTerms(words: readonly QueryWord[], index: FactIndex): TermMatcher {
  const { numbers, starts } = index.lists;
  const isNear = new Uint8Array(MASK + 1);
  const byTerm = new Map<number, number[]>();
  for (let word = 0; word < words.length; word++) {
    const { terms } = words[word] as QueryWord;
    for (let place = 0; place < Math.min(terms.length, MAX_TERMS); place++) {
      const { id } = terms[place] as QueryWord['terms'][number];
      isNear[id & MASK] = 1;
      const uses = byTerm.get(id);
      if (uses) uses.push(word, place);
      else byTerm.set(id, [word, place]);
    }
  }
  const asked = words.reduce((sum, { weight }) => sum + weight, 0);
  // For each word, the place among its terms of the best one that was found.
  const found = new Uint8Array(words.length);
  const foundInAny = new Uint8Array(words.length);
  return {
    match(ranges, leftOut, factors) {
      found.fill(NOTHING);
      for (let i = 0; i < ranges.length; i += 2) {
        const from = ranges[i] as number;
        const to = ranges[i + 1] as number;
        if (leftOut >= from && leftOut < to) {
          look(from, leftOut, found);
          look(leftOut + 1, to, found);
        } else look(from, to, found);
      }
      weighFound(found, factors);
    },
    liken(from, to, leftOut, factors) {
      let likest = 0;
      foundInAny.fill(NOTHING);
      for (let list = from; list < to; list++) {
        if (list === leftOut) continue;
        found.fill(NOTHING);
        if (!look(list, list + 1, found)) continue;
        const likeness = likenessOf(list);
        if (likeness > likest) likest = likeness;
        for (let word = 0; word < found.length; word++)
          if ((found[word] as number) < (foundInAny[word] as number)) foundInAny[word] = found[word] as number;
      }
      weighFound(foundInAny, factors);
      return likest;
    },
  };

  function likenessOf(list: number): number {
    let shared = 0;
    let used = 0;
    for (let word = 0; word < found.length; word++) {
      if (found[word] === NOTHING) continue;
      const { terms, weight } = words[word] as QueryWord;
      const term = terms[found[word] as number] as QueryWord['terms'][number];
      shared += weight * term.factor;
      used += index.termWeights[term.id] as number;
    }
    const all = asked + Math.max(0, (index.listWeights[list] as number) - used);
    return all > 0 ? shared / all : 0;
  }

  function weighFound(places: Uint8Array, factors: Float64Array): void {
    for (let word = 0; word < places.length; word++) {
      const place = places[word] as number;
      factors[word] = place === NOTHING ? 0 : ((words[word] as QueryWord).terms[place]?.factor ?? 0);
    }
  }

  // The terms of a range of lists stand one behind the other.
  function look(from: number, to: number, places: Uint8Array): boolean {
    const end = starts[to] as number;
    let isFound = false;
    for (let at = starts[from] as number; at < end; at++) {
      const term = numbers[at] as number;
      if (isNear[term & MASK] === 0) continue;
      const uses = byTerm.get(term);
      if (uses === undefined) continue;
      isFound = true;
      for (let i = 0; i < uses.length; i += 2) {
        const word = uses[i] as number;
        const place = uses[i + 1] as number;
        if (place < (places[word] as number)) places[word] = place;
      }
    }
    return isFound;
  }
}
