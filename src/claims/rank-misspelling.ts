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
  if (wrong.length + right.length === 1) return 1;
  if (wrong.length === 2 && right.length === 2 && wrong[0] === right[1] && wrong[1] === right[0]) return 0;
  // One letter for another turns short names into other names (amd64, arm64).
  if (wrong.length === 1 && right.length === 1) return written.length > 5 && !/\d/.test(written) ? 2 : undefined;
  if (isLong && countEdits(wrong, right) <= 2) return 3;
  return undefined;
}

const digitsOf = (word: string) => word.replace(/\D/g, '');

// Insertions, deletions, replacements and swaps of neighbours; both words are short: the differing middle only.
function countEdits(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      let edits = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        edits = Math.min(edits, (beforeLast[column - 2] ?? 0) + 1);
      current.push(edits);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}
