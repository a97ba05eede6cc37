import { hasSameDigits, isSwapOf, measureEditDistance } from './edit-distance.ts';

const LONG_WORD = 9;

/** How likely `written` is a slip for `meant`: 0 the likeliest, undefined when it is none that we dare to correct. */
export function rankMisspelling(written: string, meant: string): 0 | 1 | 2 | 3 | undefined {
  const isLong = meant.length >= LONG_WORD && written.length >= LONG_WORD - 2;
  const edits = measureEditDistance(written, meant, isLong ? 2 : 1);
  // A digit decides which target it is: armv6 is never a slip for armv7.
  if (edits === 0 || !hasSameDigits(written, meant)) return undefined;
  const missing = meant.length - written.length;
  // Two letters left out of a long word ("rasbery") are still a slip; two wrong ones make another word.
  if (edits === 2 && isLong && missing === 2) return 3;
  if (edits > 1) return undefined;
  // The letter at the end of such a name tells targets apart (ppc64, ppc64le; armv8, armv8l).
  if (written.startsWith(meant) && /\d/.test(meant)) return undefined;
  if (missing !== 0) return 1;
  if (isSwapOf(written, meant)) return 0;
  // One letter for another turns short names into other names (amd64, arm64).
  return written.length > 5 && !/\d/.test(written) ? 2 : undefined;
}
