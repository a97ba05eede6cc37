import { setTimeout as delay } from 'node:timers/promises';

/** Waits until the next request may leave. */
export type Pace = () => Promise<void>;

export interface PaceLimits {
  readonly perSecond: number;
  /** How many may leave at once after a quiet time. */
  readonly burst: number;
}

/**
 * Discord takes 50 requests a second over all routes (topics/rate-limits.mdx), and its seconds begin when they like: so no
 * second, wherever it begins, may hold more, and some room is left for requests that overtake each other on their way.
 */
export const discordPace: PaceLimits = { perSecond: 46, burst: 3 };

/**
 * Spreads requests evenly, by when each really left: after a pause of the whole process, what had to wait does not leave
 * all at once. (The SDK counts by seconds of its own, and two of them may fall into one of Discord's.)
 */
export function createPace({ perSecond, burst }: PaceLimits, now: () => number = () => performance.now()): Pace {
  const intervalMs = 1000 / perSecond;
  let fullAtMs = 0;
  let turn = Promise.resolve();
  const take = async () => {
    const waitMs = fullAtMs - (burst - 1) * intervalMs - now();
    if (waitMs > 0) await delay(waitMs);
    fullAtMs = Math.max(fullAtMs, now()) + intervalMs;
  };
  return () => {
    turn = turn.then(take);
    return turn;
  };
}
