import { weighWord } from '#search/words/word-weight.ts';
import { findHolders } from './find-holders.ts';
import { lengthAt, type NumberLists } from './number-lists.ts';
import type { TextReading } from './read-texts.ts';

/** What each term tells, and who has it: plain data, so that it can be kept between two starts. */
export interface TermReading {
  /** By term number, how much the term tells: what its word weighs in a question. */
  readonly termWeights: Float32Array;
  /** By list, how much its terms tell together. */
  readonly listWeights: Float32Array;
  /** By term number, the places of the facts that hold it. */
  readonly holders: NumberLists;
}

/** Reads what the terms of texts tell. */
export function readTerms(texts: TextReading): TermReading {
  const { vocabulary, lists, homes } = texts;
  const holders = findHolders(texts, vocabulary.length);
  const termWeights = Float32Array.from(vocabulary, (term, id) => weighTerm(term, lengthAt(holders, id), homes.length));
  return { termWeights, listWeights: weighLists(lists, termWeights), holders };
}

function weighLists({ numbers, starts }: NumberLists, termWeights: Float32Array): Float32Array {
  const weights = new Float32Array(starts.length - 1);
  for (let list = 0; list < weights.length; list++) {
    let sum = 0;
    for (let at = starts[list] as number; at < (starts[list + 1] as number); at++)
      sum += termWeights[numbers[at] as number] as number;
    weights[list] = sum;
  }
  return weights;
}

/** How much a word tells: little where everybody uses it, or most facts have it. `count`: the facts that do. */
export function weighTerm(word: string, count: number, total: number): number {
  const rarity = Math.log(1 + (total - count + 0.5) / (count + 0.5)) / Math.log(2 + total);
  return weighWord(word) * (EVERYWHERE + (1 - EVERYWHERE) * rarity);
}

const EVERYWHERE = 0.25;
