import { randomUUID } from 'node:crypto';
import type { LineKeeper } from '#conversation/ports/line-keeper.ts';
import type { Log } from '#conversation/ports/log.ts';
import { keepNewest } from '#traffic/keep-newest.ts';

/** Some hours of a busy bot; the oldest go first. */
const MAX_LINES = 1_000;

/**
 * The same keeper, which keeps in this process what the store fails to keep: an answer is sent with all its buttons, and
 * those with such a line work until the process ends.
 */
export function keepLinesMeanwhile(keeper: LineKeeper, log: Log): LineKeeper {
  const lines = new Map<string, string>();
  return {
    async keep(line, nowMs) {
      try {
        return await keeper.keep(line, nowMs);
      } catch (error) {
        log.warn('The store failed; a long line of a button is kept by this process only.', { error });
        // Not to be mistaken for a line of another process, or of this one before a restart.
        const key = randomUUID();
        keepNewest(lines, key, line, MAX_LINES);
        return key;
      }
    },
    find: async (key) => lines.get(key) ?? keeper.find(key),
  };
}
