import { setTimeout as delay } from 'node:timers/promises';
import type { Log } from '#conversation/ports/log.ts';
import type { RunningPart } from './running-part.ts';

/**
 * Stops one group after another, the parts of a group at once. When the time is up it resolves all the same: whoever told
 * the process to stop would end it soon.
 */
export async function stopInTime(
  groups: readonly (readonly RunningPart[])[],
  { log, withinMs }: { readonly log: Log; readonly withinMs: number },
): Promise<void> {
  const unfinished = new Set(groups.flat());
  const stopPart = async (part: RunningPart) => {
    try {
      await part.stop();
    } catch (error) {
      log.warn('A part did not stop as it should.', { part: part.name, error });
    } finally {
      unfinished.delete(part);
    }
  };
  const patience = new AbortController();
  const all = (async () => {
    for (const group of groups) await Promise.all(group.map(stopPart));
  })();
  await Promise.race([all, delay(withinMs, undefined, { signal: patience.signal }).catch(() => {})]);
  patience.abort();
  if (unfinished.size > 0) {
    const parts = [...unfinished].map(({ name }) => name);
    log.warn('Not all was finished when the time to stop was up.', { parts });
  }
}
