import type { QueryWord } from '#answering/question/understand-question.ts';
import type { FactIndex } from '#search/fact-index.ts';

/** For each word of a question, the place among its terms of the best one that was found. */
export type FoundTerms = Uint8Array;

/** A question's terms, to be looked for in many lists. */
export interface TermMatcher {
  readonly words: readonly QueryWord[];
  /** What these lists hold together. */
  readonly find: (lists: readonly number[]) => FoundTerms;
  /** How much a word's best term that was found stands for it, 0 to 1. */
  readonly factors: (found: FoundTerms) => number[];
  /** How much the question and the likest of these lists have in common, of all that either says. */
  readonly liken: (lists: readonly number[]) => number;
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
  for (const [word, { terms }] of words.entries())
    for (const [place, { id }] of terms.slice(0, MAX_TERMS).entries()) {
      isNear[id & MASK] = 1;
      const uses = byTerm.get(id);
      if (uses) uses.push(word, place);
      else byTerm.set(id, [word, place]);
    }
  const asked = words.reduce((sum, { weight }) => sum + weight, 0);
  const scratch = new Uint8Array(words.length);
  return {
    words,
    find(lists) {
      const found = new Uint8Array(words.length).fill(NOTHING);
      for (const list of lists) look(list, found);
      return found;
    },
    factors: (found) => words.map(({ terms }, word) => terms[found[word] as number]?.factor ?? 0),
    liken(lists) {
      let likest = 0;
      for (const list of lists) {
        scratch.fill(NOTHING);
        if (!look(list, scratch)) continue;
        let shared = 0;
        let used = 0;
        for (const [word, { terms, weight }] of words.entries()) {
          const term = terms[scratch[word] as number];
          if (term === undefined) continue;
          shared += weight * term.factor;
          used += index.termWeights[term.id] as number;
        }
        const all = asked + Math.max(0, (index.listWeights[list] as number) - used);
        if (all > 0) likest = Math.max(likest, shared / all);
      }
      return likest;
    },
  };

  function look(list: number, found: FoundTerms): boolean {
    const end = starts[list + 1] as number;
    let isFound = false;
    for (let at = starts[list] as number; at < end; at++) {
      const term = numbers[at] as number;
      if (isNear[term & MASK] === 0) continue;
      const uses = byTerm.get(term);
      if (uses === undefined) continue;
      isFound = true;
      for (let i = 0; i < uses.length; i += 2) {
        const word = uses[i] as number;
        const place = uses[i + 1] as number;
        if (place < (found[word] as number)) found[word] = place;
      }
    }
    return isFound;
  }
}
