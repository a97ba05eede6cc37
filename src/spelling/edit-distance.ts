/** Edits between two words (insert, delete, replace, swap of neighbours), or `limit + 1` as soon as it must be more. */
export function measureEditDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let smallest = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      current.push(best);
      smallest = Math.min(smallest, best);
    }
    if (smallest > limit) return limit + 1;
    [beforePrevious, previous] = [previous, current];
  }
  return Math.min(previous[b.length] ?? 0, limit + 1);
}

/** True where two neighbouring letters changed places, and nothing else differs: the likeliest slip of all. */
export function isSwapOf(written: string, meant: string): boolean {
  let at = 0;
  while (at < written.length && written[at] === meant[at]) at++;
  return (
    at + 1 < written.length &&
    written[at] !== written[at + 1] &&
    `${written.slice(0, at)}${written[at + 1]}${written[at]}${written.slice(at + 2)}` === meant
  );
}

/** A changed digit is a changed thing, "armv6" no misspelt "armv7"; and so is a letter more behind the number ("foo4j", "foo4"). */
export function hasSameDigits(written: string, meant: string): boolean {
  return digitsOf(written) === digitsOf(meant);
}

const digitsOf = (word: string) => {
  const digits = word.replace(/\D/g, '');
  return digits === '' || /\d$/.test(word) ? digits : `${digits}…`;
};
