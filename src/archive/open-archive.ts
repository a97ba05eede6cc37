import type { Subject } from '#facts/fact.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import type { WorkedOut } from '#search/reading/work-out.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { type ArchiveChange, findArchiveChange } from './archive-change.ts';
import { describeSystemError } from './content-fault.ts';
import type { FileReport } from './file-report.ts';
import { keepLastGood, keepSubjects } from './keep-last-good.ts';
import { isOfFilesAlone, isSame, keepReading } from './keep-reading.ts';
import { type FolderReading, readFolder } from './read-folder.ts';
import type { KeptReading, ReadingStore } from './reading-store.ts';

/** The part of a log that the archive writes to. */
export interface ArchiveLog {
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
}

export interface ArchiveOptions {
  /** Folder of the issues. */
  readonly dir: string;
  readonly log: ArchiveLog;
  /** How long the folder must be still before it is read anew. */
  readonly debounceMs?: number;
  /** Where what was read is kept until the next start; without one, every start reads all. */
  readonly store?: ReadingStore | undefined;
  /** Time between two looks at a watched folder, for changes that no event tells. */
  readonly lookEveryMs?: number;
}

/** The issues of a folder, ready to be asked, and kept up to date while watched. */
export interface Archive extends AsyncDisposable {
  /** Swapped as a whole: whoever holds one keeps a consistent picture. */
  readonly current: Snapshot;
  /** Of the newest reading, errors and warnings alike. */
  readonly problems: readonly ContentProblem[];
  /** The archive's own list of what its facts are about. */
  readonly subjects: readonly Subject[];
  /** One a file of the newest reading. */
  readonly reports: readonly FileReport[];
  /** Resolves once later changes of the folder are sure to be seen. */
  watch(): Promise<void>;
  /** Reads the folder anew, now. Never rejects. */
  refresh(): Promise<void>;
  /** Called after each swap and after each change of the problems; the result unsubscribes. */
  onChange(listener: (change: ArchiveChange) => void): () => void;
}

const DEBOUNCE_MS = 300;
const LOOK_EVERY_MS = 5_000;

/** Reads the folder, and resolves whatever it holds: look at `problems` and at `current.issues`. */
export async function openArchive({
  dir,
  log,
  debounceMs = DEBOUNCE_MS,
  lookEveryMs = LOOK_EVERY_MS,
  store,
}: ArchiveOptions): Promise<Archive> {
  const listeners = new Set<(change: ArchiveChange) => void>();
  const lastGood = new Map<string, FileReport>();
  const kept = store?.load();
  let reading: FolderReading = remember(await readAtStart(dir, kept));
  const isKept = kept !== undefined && isSame(reading, kept);
  let current = build(reading, lastGood, isKept ? kept.workedOut : undefined);
  const keeper = keepReading(store, isKept, () => {
    const { reports, history, readSubjects: subjects } = reading;
    return isOfFilesAlone(reading) ? { reports, history, subjects, workedOut: current.workedOut } : undefined;
  });
  let watcher: Promise<AsyncDisposable> | undefined;
  // Readings follow each other, never overlap.
  let reloading: Promise<void> = Promise.resolve();

  return {
    get current() {
      return current;
    },
    get problems() {
      return reading.problems;
    },
    get subjects() {
      return reading.subjects;
    },
    get reports() {
      return reading.reports;
    },
    async watch() {
      watcher ??= import('./watch-folder.ts').then(({ watchFolder }) =>
        watchFolder({ folder: dir, debounceMs, lookEveryMs, onStill: reload, onError: warnOfWatching }),
      );
      await watcher;
      // What changed between the first reading and the watcher's start.
      await reload();
    },
    refresh: reload,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async [Symbol.asyncDispose]() {
      listeners.clear();
      keeper.end();
      await (await watcher)?.[Symbol.asyncDispose]();
      await reloading;
    },
  };

  function reload(): Promise<void> {
    reloading = reloading.then(readAgain).catch((error: unknown) => {
      log.warn('The folder of issues could not be read anew; the issues stay as they are', { dir, error });
    });
    return reloading;
  }

  async function readAgain(): Promise<void> {
    const fresh = await readFolder(dir, { reports: lastGood.values(), subjects: reading.readSubjects });
    // A folder that is away for a moment (a mount, a checkout) takes no issue with it.
    const next = fresh.isReadable
      ? remember(keepSubjects(keepLastGood(fresh, lastGood), reading))
      : { ...reading, problems: fresh.problems };
    const change = findArchiveChange(reading.issues, next.issues);
    const hasNewIssues = change.added.length + change.changed.length + change.removed.length > 0;
    const hasNewProblems = JSON.stringify(next.problems) !== JSON.stringify(reading.problems);
    const hasNewFacts = !haveSameFacts(reading, next);
    if (hasNewIssues || hasNewFacts) current = build(next, lastGood);
    reading = next;
    if (hasNewIssues || hasNewFacts) keeper.note();
    if (!hasNewIssues && !hasNewFacts && !hasNewProblems) return;
    log.info('Issues were read anew', { dir, ...change, problems: next.problems.length });
    for (const listener of listeners) listener(change);
  }

  function remember(next: FolderReading): FolderReading {
    const files = new Set(next.reports.map(({ file }) => file));
    for (const file of lastGood.keys()) if (!files.has(file)) lastGood.delete(file);
    for (const report of next.reports) if (report.issue !== undefined) lastGood.set(report.file, report);
    return next;
  }

  function warnOfWatching(error: unknown): void {
    const reason = describeSystemError(error);
    log.warn('The folder of issues cannot be watched in full; restart the bot after changes', { dir, reason });
  }
}

// What has broken since an earlier start is as at a first one: what is said must not hang on whether anything was kept.
async function readAtStart(dir: string, kept: KeptReading | undefined): Promise<FolderReading> {
  const reading = await readFolder(dir, kept);
  const reports = reading.reports.filter(({ keepsFacts }) => keepsFacts === undefined);
  if (reports.length === reading.reports.length) return reading;
  return readFolder(dir, { reports, subjects: reading.readSubjects });
}

// An issue that is kept because its new version is broken keeps its facts too.
function build(
  { issues, subjects }: FolderReading,
  lastGood: ReadonlyMap<string, FileReport>,
  known?: WorkedOut,
): Snapshot {
  const reports = new Map([...lastGood.values()].map((report) => [report.issue, report]));
  return buildSnapshot(
    issues.map((issue) => ({ issue, facts: reports.get(issue)?.facts ?? [] })),
    subjects,
    known,
  );
}

function haveSameFacts(one: FolderReading, other: FolderReading): boolean {
  const hashesOf = ({ reports }: FolderReading) => reports.map(({ file, factsHash }) => [file, factsHash]);
  return JSON.stringify([hashesOf(one), one.subjects]) === JSON.stringify([hashesOf(other), other.subjects]);
}
