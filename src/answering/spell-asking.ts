import { findOrdinarySlip } from '#search/ordinary-spelling.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isOrdinaryWord } from '#search/word-weight.ts';

const LOWER_CASE_WORD = /(?<![\p{L}\p{N}_.+-])[a-z]{4,}(?![\p{L}\p{N}_+-])/gu;

/** The question with its mistyped ordinary words mended ("wich"), so that its form can be read. */
export function spellAsking(question: string, { index }: Snapshot): string {
  return question.replace(LOWER_CASE_WORD, (word) =>
    isOrdinaryWord(word) || index.words.has(word) ? word : (findOrdinarySlip(word) ?? word),
  );
}
