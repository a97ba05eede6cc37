const LONG_WORD = 9;

/** How likely `written` is a slip for `meant`: 0 the likeliest, undefined when it is none that we dare to correct. */
export function rankMisspelling(written: string, meant: string): 0 | 1 | 2 | 3 | undefined {
  const difference = meant.length - written.length;
  const isLong = meant.length >= LONG_WORD && written.length >= LONG_WORD - 2;
  if (Math.abs(difference) > (isLong ? 2 : 1)) return undefined;
  // A digit decides which target it is: armv6 is never a slip for armv7.
  if (digitsOf(written) !== digitsOf(meant)) return undefined;
  let from = 0;
  while (from < written.length && written[from] === meant[from]) from++;
  let tail = 0;
  while (
    tail < Math.min(written.length, meant.length) - from &&
    written[written.length - 1 - tail] === meant[meant.length - 1 - tail]
  )
    tail++;
  const wrong = written.slice(from, written.length - tail);
  const right = meant.slice(from, meant.length - tail);
  // The letter at the end of such a name tells targets apart (ppc64, ppc64le; armv8, armv8l).
  if (right === '' && tail === 0 && /\d/.test(meant)) return undefined;
  if (wrong.length + right.length === 1) return 1;
  if (wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return 0;
  // One letter for another turns short names into other names (amd64, arm64).
  if (wrong.length === 1 && right.length === 1) return written.length > 5 && !/\d/.test(written) ? 2 : undefined;
  // Two letters left out of a long word ("rasbery") are still a slip; two wrong ones make another word.
  return isLong && difference === 2 && isSubsequence(written, meant) ? 3 : undefined;
}

const digitsOf = (word: string) => word.replace(/\D/g, '');

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}
