import type { FolderReading } from './read-folder.ts';
import type { KeptReading, ReadingStore } from './reading-store.ts';

/** Saves a reading when there is time for it. */
export interface ReadingKeeper {
  /** There is a new reading to save. */
  readonly note: () => void;
  /** Saves what was not saved yet, and nothing afterwards. */
  readonly end: () => void;
}

// The first answer comes first.
const SAVE_AFTER_MS = 3_000;

/** Keeps what `read` gives in a store, after a while or at the end. */
export function keepReading(store: ReadingStore | undefined, isSaved: boolean, read: () => KeptReading): ReadingKeeper {
  let timer: NodeJS.Timeout | undefined;
  const save = () => {
    clearTimeout(timer);
    timer = undefined;
    store?.save(read());
  };
  const note = () => {
    if (store === undefined) return;
    timer ??= setTimeout(save, SAVE_AFTER_MS).unref();
  };
  if (!isSaved) note();
  return {
    note,
    end() {
      if (timer !== undefined) save();
    },
  };
}

/** Whether a folder is the very one that was kept, and nothing in it has changed. */
export function isSame(reading: FolderReading, kept: KeptReading): boolean {
  const known = new Set(kept.reports);
  return (
    reading.reports.length === known.size &&
    reading.reports.every((report) => known.has(report)) &&
    reading.readSubjects === kept.subjects
  );
}
