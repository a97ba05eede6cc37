/** More than that, and whoever waits for the run would wait for a test that hangs, too. */
const MOST_TIMES = 4;

/**
 * How long something may take on a machine that others use as well, from what it may take on an idle one. `load`: how many
 * processes want to compute, as `os.loadavg` tells it; nought where a system does not know.
 */
export function findTimeLimit(idleMs: number, load: number, cores: number): number {
  return Math.round(idleMs * findSlowness(load, cores));
}

/** How many times as long something takes there as on an idle machine; no more than anybody would wait for. */
export function findSlowness(load: number, cores: number): number {
  return Math.min(MOST_TIMES, Math.max(1, load / cores));
}
