import type { Log } from '#conversation/ports/log.ts';
import { silentLog } from '#conversation/ports/log.ts';
import { type Metrics, noMetrics } from '#conversation/ports/metrics.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { wait } from './wait.ts';

/** What this process gives: its clock, its timers, its chance. */
export function createTools({
  log,
  signal,
  metrics = noMetrics,
}: {
  readonly log: Log;
  /** Aborts when the process is to stop. */
  readonly signal: AbortSignal;
  readonly metrics?: Metrics;
}): Tools {
  return {
    log,
    metrics,
    now: () => Date.now(),
    wait: (ms, own = signal) => wait(ms, own),
    random: Math.random,
  };
}

/** For looking around: says nothing, and waits for nothing. */
export const quietTools: Tools = {
  ...createTools({ log: silentLog, signal: new AbortController().signal }),
  wait: async () => {},
};
