import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Resolves after so many milliseconds, or as soon as the signal aborts: without one, when the process is to stop. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** What the world gives to all that runs for long: passed whole, so that a test can give another one. */
export interface Tools {
  readonly log: Log;
  readonly metrics: Metrics;
  /** The time, in milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: Wait;
  /** Chance, from 0 to below 1. */
  readonly random: () => number;
}
