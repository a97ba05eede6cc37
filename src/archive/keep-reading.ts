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

/** Keeps what `read` gives in a store, after a while or at the end; undefined is not kept. */
export function keepReading(
  store: ReadingStore | undefined,
  isSaved: boolean,
  read: () => KeptReading | undefined,
): ReadingKeeper {
  let timer: NodeJS.Timeout | undefined;
  let saving: Generator<void> | undefined;
  let isOver = false;
  const begin = () => {
    timer = undefined;
    const reading = read();
    saving = reading === undefined ? undefined : store?.save(reading);
  };
  const note = () => {
    if (store === undefined || isOver) return;
    timer ??= setTimeout(() => {
      finish();
      begin();
      saveInSteps();
    }, SAVE_AFTER_MS).unref();
  };
  if (!isSaved) note();
  return {
    note,
    end() {
      isOver = true;
      finish();
      if (timer === undefined) return;
      clearTimeout(timer);
      begin();
      finish();
    },
  };

  // Readers are answered between two steps.
  function saveInSteps(): void {
    if (step()) setImmediate(saveInSteps).unref();
  }

  function finish(): void {
    while (step());
  }

  function step(): boolean {
    if (saving?.next().done === false) return true;
    saving = undefined;
    return false;
  }
}

/**
 * Whether a reading is what its files give by themselves. Where a broken file keeps the issue or the subjects of the version
 * before, the next start does not have these, nor use for what was worked out with them.
 */
export function isOfFilesAlone({ reports, issues, subjects, readSubjects, isReadable }: FolderReading): boolean {
  const own = new Set(reports.map(({ issue }) => issue));
  return isReadable && subjects === readSubjects.subjects && issues.every((issue) => own.has(issue));
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
