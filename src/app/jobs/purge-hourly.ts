import type { RunningPart } from '#app/process/running-part.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Store } from '#storage/store.ts';

const PURGE_EVERY_MS = 60 * 60 * 1000;

/** Removes from the store what is past its time, at the start and every hour. */
export function purgeHourly(store: Pick<Store, 'purge'>, { log, now, wait }: Tools): RunningPart {
  const stopping = new AbortController();
  const loop = run(stopping.signal);
  return {
    name: 'purge',
    async stop() {
      stopping.abort();
      await loop;
    },
  };

  async function run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        const rows = await store.purge(now());
        if (rows > 0) log.debug('Notes past their time are removed.', { rows });
      } catch (error) {
        log.warn('Notes past their time could not be removed.', { error });
      }
      await wait(PURGE_EVERY_MS, signal);
    }
  }
}
