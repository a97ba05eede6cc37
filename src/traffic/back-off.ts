/** How long to pause before the first try after a failure, and at most; each pause is twice as long as the one before. */
export interface BackOff {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** The pause before a try, counted from 0. Chance, from 0 to below 1, spreads those that failed at the same moment. */
export function choosePause(attempt: number, { firstMs, longestMs }: BackOff, chance = 1): number {
  return Math.round(Math.min(longestMs, firstMs * 2 ** attempt) * (0.5 + chance / 2));
}
