/**
 * Which events of a platform have been answered, so that one delivered again, to this process or to another replica, is
 * not answered twice, and one whose first try failed is not lost.
 */
export interface HandledEvents {
  /**
   * Takes an event before any work on it. `mine`: go on, then call `finish` or `release`. `busy`: somebody has it in hand
   * and their lease has not run out. `done`: it has been answered.
   */
  readonly claim: (eventKey: string, nowMs: number) => Promise<'mine' | 'busy' | 'done'>;
  /**
   * Renews this process's claim, even one that has run out, for another lease; false once somebody else has the event.
   * Left out where no other process could.
   */
  readonly extend?: (eventKey: string, nowMs: number) => Promise<boolean>;
  /** It has been answered, or may have been: never again. */
  readonly finish: (eventKey: string, nowMs: number) => Promise<void>;
  /** It was certainly not answered: the next delivery may try. */
  readonly release: (eventKey: string) => Promise<void>;
}

/** Longer than most answers take; a process that died holding an event keeps it no longer than this. */
export const EVENT_LEASE_MS = 60_000;
/** Slack delivers again for about six minutes, Discord replays minutes; a day is far beyond both. */
export const EVENT_KEPT_MS = 24 * 60 * 60 * 1000;
