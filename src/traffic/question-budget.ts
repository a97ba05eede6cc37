/** How many questions may be asked, in how long a time. */
export interface BudgetLimits {
  readonly perUser: number;
  readonly perChannel: number;
  readonly windowMs: number;
}

/** Enough for any conversation, little enough that one person or script cannot keep the bot from the others. */
export const defaultBudget: BudgetLimits = { perUser: 20, perChannel: 60, windowMs: 60_000 };

/** Says who has asked too much; undefined when the question is within both budgets, and counts it then. */
export type QuestionBudget = (asker: { userKey: string; channelKey: string }, nowMs: number) => Overdraft | undefined;

export interface Overdraft {
  readonly who: 'user' | 'channel';
  readonly retryAfterMs: number;
}

/** Budgets that refill steadily (token buckets); who has been quiet for a whole window is forgotten. */
export function createQuestionBudget(limits: BudgetLimits = defaultBudget): QuestionBudget {
  const users = createBuckets(limits.perUser, limits.windowMs);
  const channels = createBuckets(limits.perChannel, limits.windowMs);
  return ({ userKey, channelKey }, nowMs) => {
    const userWaitMs = users.waitMs(userKey, nowMs);
    const retryAfterMs = Math.max(userWaitMs, channels.waitMs(channelKey, nowMs));
    if (retryAfterMs > 0) return { who: userWaitMs > 0 ? 'user' : 'channel', retryAfterMs };
    users.take(userKey, nowMs);
    channels.take(channelKey, nowMs);
    return undefined;
  };
}

/**
 * Buckets of so many tokens each, one for each key, which a window fills. A clock set back neither empties nor fills one;
 * taking from an empty one does no harm.
 */
export function createBuckets(size: number, windowMs: number) {
  const msPerToken = windowMs / size;
  // For each key the moment at which its bucket is full again (a virtual schedule, GCRA): one number says it all.
  const fullAtMs = new Map<string, number>();
  let sweptMs = 0;
  const backlogMs = (key: string, nowMs: number) => {
    const backlog = Math.max(0, (fullAtMs.get(key) ?? nowMs) - nowMs);
    if (backlog <= windowMs) return backlog;
    // The clock was set back: start from an empty bucket now, not when the clock has caught up.
    fullAtMs.set(key, nowMs + windowMs);
    return windowMs;
  };
  return {
    // Rounded up to whole milliseconds, so that who waits as told is not a fraction too early.
    waitMs: (key: string, nowMs: number) => Math.max(0, Math.ceil(backlogMs(key, nowMs) + msPerToken - windowMs)),
    take(key: string, nowMs: number) {
      fullAtMs.set(key, nowMs + backlogMs(key, nowMs) + msPerToken);
      if (Math.abs(nowMs - sweptMs) < windowMs) return;
      sweptMs = nowMs;
      for (const [other, atMs] of fullAtMs) if (atMs <= nowMs) fullAtMs.delete(other);
    },
  };
}
