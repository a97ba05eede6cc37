import type { TextIndex } from './text-index.ts';
import { type Token, termsOfWord } from './tokenize.ts';
import { isOrdinaryWord, weighWord } from './word-weight.ts';

/** Shorter joined words are likelier an accident. */
export const MIN_JOINED = 6;
// Lighter words ("the", "new") stand beside names and are no part of them.
const MIN_PAIR_WEIGHT = 0.2;
// A word that follows a capitalised one this often is the latter half of names.
const PART_SHARE = 0.8;

/** A word of a question with the one before it and the one after it, written as one: "vs code" is also "vscode". */
export function joinWithNeighbours(tokens: readonly Token[], place: number): string[] {
  const [previous = '', whole = '', next = ''] = [-1, 0, 1].map((step) => tokens[place + step]?.terms[0]);
  return [previous + whole, whole + next].map((pair) => termsOfWord(pair)[0] ?? pair);
}

/** Is the word part of a name here: "signal desk", where the archive writes "Signal Desk"? */
export function isPartOfName(tokens: readonly Token[], place: number, index: TextIndex): boolean {
  const [previous = '', word = '', next = ''] = [-1, 0, 1].map((step) => tokens[place + step]?.raw.toLowerCase());
  const isPair = index.namePairs.has(previous + word) || index.namePairs.has(word + next);
  return (isPair && weighWord(word) > MIN_PAIR_WEIGHT) || joinWithNeighbours(tokens, place).some(isJoinedName);

  // Two words that a heading writes side by side with capitals.
  function isJoinedName(pair: string): boolean {
    return pair.length >= MIN_JOINED && index.termIds.has(pair) && !isOrdinaryWord(pair);
  }
}

/** "assistant", in small letters and without its "Home", is the word and not the second half of that name. */
export function isPartElsewhere(raw: string, termId: number | undefined, index: TextIndex): boolean {
  return termId !== undefined && raw === raw.toLowerCase() && (index.partShare[termId] ?? 0) >= PART_SHARE;
}
