const firstDelayMs = 5_000;
const longestDelayMs = 30 * 60_000;
/** For what a person has to mend first. */
const refusedDelayMs = 60 * 60_000;
/** A request whose answer was lost may still be at work on the platform: a look right away would not see its post. */
const settlingMs = 30_000;

/** What decides how long to wait before the next try. */
export interface FailedTry {
  readonly attempts: number;
  readonly reason: 'try-later' | 'rejected';
  readonly retryAfterMs: number | undefined;
  readonly mayHaveArrived: boolean;
  /** From 0 to 1: spreads those that failed at the same moment. */
  readonly random: number;
}

/** How long to wait before the next try: twice as long each time, and never less than the platform asks for. */
export function chooseRetryDelay({ attempts, reason, retryAfterMs = 0, mayHaveArrived, random }: FailedTry): number {
  const backoff = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(20, attempts - 1));
  const delay = reason === 'rejected' ? refusedDelayMs : backoff;
  return Math.round(Math.max(retryAfterMs + delay * (0.5 + random / 2), mayHaveArrived ? settlingMs : 0));
}
