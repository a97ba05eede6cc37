import { setTimeout } from 'node:timers/promises';

const lookEveryMs = 10;
const patienceMs = 120_000;

/** Looks until it is so; what `explain` says stands in the error where it never is. */
export async function until(
  isReached: () => boolean | Promise<boolean>,
  explain: () => string = () => '',
): Promise<void> {
  const untilMs = performance.now() + patienceMs;
  while (!(await isReached())) {
    if (performance.now() > untilMs) throw new Error(`it did not come to that: ${isReached}\n${explain()}`);
    await setTimeout(lookEveryMs);
  }
}
