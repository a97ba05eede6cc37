import { availableParallelism, loadavg } from 'node:os';

/** More than that, and whoever waits for the run would wait for a test that hangs, too. */
const MOST_TIMES = 4;

/** How long something may take on a machine that others use as well, from what it may take on an idle one. */
export function findTimeLimit(idleMs: number, slowness = findSlowness()): number {
  return Math.round(idleMs * slowness);
}

/**
 * How many times as long something takes now as on an idle machine; no more than anybody would wait for. `load`: how many
 * processes want to compute, as `os.loadavg` tells it; nought where a system does not know.
 */
export function findSlowness(load = loadavg()[0] ?? 0, cores = availableParallelism()): number {
  return Math.min(MOST_TIMES, Math.max(1, load / cores));
}
