const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 30 * 60_000;
/** For what a person has to mend first. */
const REFUSED_DELAY_MS = 60 * 60_000;
/** A request whose answer was lost may still be at work on the platform: a look right away would not see its post. */
const SETTLING_MS = 30_000;

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
  const backoff = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(20, attempts - 1));
  const delay = reason === 'rejected' ? REFUSED_DELAY_MS : backoff;
  return Math.round(Math.max(retryAfterMs + delay * (0.5 + random / 2), mayHaveArrived ? SETTLING_MS : 0));
}
