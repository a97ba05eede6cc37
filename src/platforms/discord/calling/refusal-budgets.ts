import { createBuckets } from '#traffic/question-budget.ts';

/** For whom or where a request is made: what Discord refuses of it is charged to each of them. */
export interface Cause {
  readonly kind: 'person' | 'channel' | 'server';
  readonly id: string;
}

const MINUTE_MS = 60_000;

/**
 * How much may be refused of what is done for somebody, so that nobody uses up what all have in common: so many at once, and
 * after them one more in each equal part of the time. Whoever mends what was missing is answered within a minute.
 */
export function createRefusalBudgets() {
  const buckets = {
    person: createBuckets(5, 5 * MINUTE_MS),
    channel: createBuckets(5, 5 * MINUTE_MS),
    // More than any one person or channel of it can use up alone.
    server: createBuckets(50, 10 * MINUTE_MS),
  };
  return {
    /** Whether what is done for one of them has been refused so often that nothing more is sent for a while. */
    areSpent: (causes: readonly Cause[], nowMs: number): boolean =>
      causes.some(({ kind, id }) => buckets[kind].waitMs(id, nowMs) > 0),
    charge(causes: readonly Cause[], nowMs: number): void {
      for (const { kind, id } of causes) buckets[kind].take(id, nowMs);
    },
  };
}
