/** Resolves when the next request may leave. Call what it resolves to when the request is answered, or has failed. */
export type RequestPace = () => Promise<() => void>;

export interface PaceLimits {
  /** How many the platform takes in one of its spans of time, which begin when they like. */
  readonly limit: number;
  readonly perMs: number;
}

/**
 * Discord takes 50 requests a second over all routes (topics/rate-limits.mdx). One is left for whatever else has the
 * token, such as the doctor; and the clocks of two machines do not tick alike.
 */
export const discordPace: PaceLimits = { limit: 49, perMs: 1_005 };

/**
 * A request holds a place from when it leaves until its answer is older than the span. It is counted somewhere between
 * the two, so what is counted within any one span holds a place at the same moment: never more than the limit, however
 * long requests are on their way, and whatever overtakes what. (The SDK counts by seconds of its own, and two of them may
 * fall into one of Discord's.)
 */
export function createRequestPace({ limit, perMs }: PaceLimits): RequestPace {
  let free = limit;
  const waiting: (() => void)[] = [];
  const resting = new Set<NodeJS.Timeout>();

  function rest(): void {
    const timer = setTimeout(() => {
      resting.delete(timer);
      const next = waiting.shift();
      if (next) next();
      else free++;
    }, perMs);
    resting.add(timer);
    // Only for somebody who waits is it worth keeping the process alive.
    if (waiting.length === 0) timer.unref();
  }

  return async () => {
    if (free > 0) free--;
    else {
      for (const timer of resting) timer.ref();
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    return rest;
  };
}
