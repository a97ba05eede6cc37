import { createBuckets } from '#traffic/question-budget.ts';

/** For whom or where a request is made: what Discord refuses of it is charged to each of them. */
export interface Cause {
  readonly kind: keyof typeof budgets;
  readonly id: string;
}

/** How much may be refused of what is done for somebody, so that nobody uses up what all have in common. */
export interface RefusalBudgets {
  /** Whether what is done for one of them has been refused so often that nothing more is sent for a while. */
  readonly areSpent: (causes: readonly Cause[], nowMs: number) => boolean;
  readonly charge: (causes: readonly Cause[], nowMs: number) => void;
}

const MINUTE_MS = 60_000;

/**
 * So many refusals at once, and after them one more in each equal part of the time: whoever mends what was missing is
 * answered within a minute.
 */
const budgets = {
  person: { refusals: 5, refillMs: 5 * MINUTE_MS },
  channel: { refusals: 5, refillMs: 5 * MINUTE_MS },
  /** More than any one person or channel of it can use up alone. */
  server: { refusals: 50, refillMs: 10 * MINUTE_MS },
} as const;

/** Begins with all budgets full. */
export function createRefusalBudgets(): RefusalBudgets {
  const buckets = {
    person: createBuckets(budgets.person.refusals, budgets.person.refillMs),
    channel: createBuckets(budgets.channel.refusals, budgets.channel.refillMs),
    server: createBuckets(budgets.server.refusals, budgets.server.refillMs),
  };
  return {
    areSpent: (causes, nowMs) => causes.some(({ kind, id }) => buckets[kind].waitMs(id, nowMs) > 0),
    charge(causes, nowMs) {
      for (const { kind, id } of causes) buckets[kind].take(id, nowMs);
    },
  };
}
