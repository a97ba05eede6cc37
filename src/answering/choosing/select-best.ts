/** Of these places the `limit` of most worth, best first; of equals, the later place. `worths`: one for each of `places`. */
export function selectBest(places: ArrayLike<number>, worths: ArrayLike<number>, limit: number): number[] {
  const worthOf = (at: number) => worths[at] as number;
  const placeOf = (at: number) => places[at] as number;
  const isBetter = (one: number, other: number) =>
    worthOf(one) > worthOf(other) || (worthOf(one) === worthOf(other) && placeOf(one) > placeOf(other));
  // A heap with the worst of the best so far on top: of many places, most are worse and are looked at once.
  const heap: number[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < places.length; at++) {
    if (heap.length < limit) rise(heap.push(at) - 1);
    else if (worthOf(at) < least || !isBetter(at, heap[0] as number)) continue;
    else {
      heap[0] = at;
      sink();
    }
    if (heap.length === limit) least = worthOf(heap[0] as number);
  }
  return heap.sort((a, b) => worthOf(b) - worthOf(a) || placeOf(b) - placeOf(a)).map(placeOf);

  function rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!swapIfBetter(parent, at)) return;
      at = parent;
    }
  }

  function sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      if (left >= heap.length) return;
      const right = left + 1;
      const worse = right < heap.length && isBetter(heap[left] as number, heap[right] as number) ? right : left;
      if (!swapIfBetter(at, worse)) return;
      at = worse;
    }
  }

  function swapIfBetter(above: number, below: number): boolean {
    const upper = heap[above] as number;
    const lower = heap[below] as number;
    if (!isBetter(upper, lower)) return false;
    heap[above] = lower;
    heap[below] = upper;
    return true;
  }
}
