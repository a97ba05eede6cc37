/** Resolves when it is one's turn: for each key, one every so often, in the order in which they came. */
export type Pace = (key: string) => Promise<void>;

export interface PaceOptions {
  readonly everyMs: number;
  /** A clock that is never set: it goes forward only. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
}

const MANY_KEYS = 5_000;

/** Spreads evenly over time what a platform counts by the second. */
export function createPace({ everyMs, now, wait }: PaceOptions): Pace {
  const freeAtMs = new Map<string, number>();
  return async (key) => {
    const nowMs = now();
    if (freeAtMs.size >= MANY_KEYS) {
      for (const [known, freeMs] of freeAtMs) if (freeMs <= nowMs) freeAtMs.delete(known);
    }
    const turnMs = Math.max(freeAtMs.get(key) ?? nowMs, nowMs);
    freeAtMs.set(key, turnMs + everyMs);
    if (turnMs > nowMs) await wait(turnMs - nowMs);
  };
}
