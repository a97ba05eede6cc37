import { setTimeout } from 'node:timers/promises';

const lookEveryMs = 10;
const patienceMs = 120_000;

/** Looks until it is so. */
export async function until(isReached: () => boolean | Promise<boolean>): Promise<void> {
  const untilMs = performance.now() + patienceMs;
  while (!(await isReached())) {
    if (performance.now() > untilMs) throw new Error(`it did not come to that: ${isReached}`);
    await setTimeout(lookEveryMs);
  }
}
