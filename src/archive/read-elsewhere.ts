import { setTimeout as delay } from 'node:timers/promises';
import { type ReadingAtStart, readAtStart } from './read-at-start.ts';
import type { ReadingStore } from './reading-store.ts';

/** Reads in another process, and what `store` then has of it. */
export interface ElsewhereParts {
  readonly dir: string;
  readonly store: ReadingStore;
  /** Rejects where it did not keep the folder's reading in `store`. */
  readonly readElsewhere: (signal: AbortSignal) => Promise<void>;
  /** Told why it did not. */
  readonly onError: (error: unknown) => void;
}

/** Another process that reads a folder. */
export interface Elsewhere {
  /** Resolves after that long, or when all is over. */
  readonly wait: (ms: number) => Promise<void>;
  /** What it read and worked out; undefined where it could not, or the folder has changed since. Never rejects. */
  readonly read: () => Promise<ReadingAtStart | undefined>;
  /** Ends what is being read; nothing is read any more. */
  readonly end: () => void;
}

export function createElsewhere({ dir, store, readElsewhere, onError }: ElsewhereParts): Elsewhere {
  const ending = new AbortController();
  const { signal } = ending;
  return {
    end: () => ending.abort(),
    wait: (ms) => delay(ms, undefined, { signal }).catch(() => {}),
    async read() {
      if (signal.aborted) return undefined;
      try {
        await readElsewhere(signal);
      } catch (error) {
        if (!signal.aborted) onError(error);
        return undefined;
      }
      const kept = store.load();
      if (kept === undefined) onError(new Error('what it read was not kept'));
      const found = kept && (await readAtStart(dir, kept));
      return found?.workedOut && found;
    },
  };
}
