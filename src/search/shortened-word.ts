import { findTermId, type TextIndex } from './text-index.ts';

const MIN_LENGTH = 5;
const MIN_CUT = 5;

/** The ordinary word of the archive that a lower-case word is cut from ("defrag"), if there is one; names are never cut. */
export function findFullWord(cut: string, index: TextIndex): string | undefined {
  if (cut.length < MIN_LENGTH || !/^[a-z]+$/.test(cut)) return undefined;
  for (const word of index.words)
    if (word.length >= cut.length + MIN_CUT && word.startsWith(cut) && isInSmallLetters(word, index)) return word;
  return undefined;
}

function isInSmallLetters(word: string, index: TextIndex): boolean {
  return (index.nameShare[findTermId(index, word) ?? -1] ?? 1) === 0;
}
