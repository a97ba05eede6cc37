/** In a list whose numbers rise, the place of the first that is not below one; its length where all are. */
export function findFrom(list: Uint32Array, least: number): number {
  let from = 0;
  for (let to = list.length; from < to; ) {
    const middle = (from + to) >> 1;
    if ((list[middle] as number) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The same of words in their order, which `wordAt` gives by their place. */
export function findWordFrom(length: number, wordAt: (place: number) => string, least: string): number {
  let from = 0;
  for (let to = length; from < to; ) {
    const middle = (from + to) >> 1;
    if (wordAt(middle) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
