import type { Subject } from '#facts/fact.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import type { WorkedOut } from '#search/reading/work-out.ts';
import { buildSnapshot, type Snapshot } from '#search/snapshot.ts';
import { type ArchiveChange, findArchiveChange } from './archive-change.ts';
import { describeSystemError } from './content-fault.ts';
import type { FileReport } from './file-report.ts';
import { keepLastGood, keepSubjects } from './keep-last-good.ts';
import { isOfFilesAlone, keepReading } from './keep-reading.ts';
import { readAtStart, readNewestAtStart } from './read-at-start.ts';
import { createElsewhere } from './read-elsewhere.ts';
import { type FolderReading, readFolder } from './read-folder.ts';
import type { ReadingStore } from './reading-store.ts';

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
  /**
   * Reads the folder in another process, which keeps it in `store`; rejects where it did not. With it, a large archive answers
   * from its newest issues at first, and nobody who asks waits while the rest, or a change, is worked out.
   */
  readonly readElsewhere?: ((signal: AbortSignal) => Promise<void>) | undefined;
  /** Time between two looks at a watched folder, for changes that no event tells. */
  readonly lookEveryMs?: number;
  /** How long the rest of a large archive waits: the first answers come first. */
  readonly restAfterMs?: number;
}

/** The issues of a folder, ready to be asked, and kept up to date while watched. */
export interface Archive extends AsyncDisposable {
  /** Swapped as a whole: whoever holds one keeps a consistent picture. */
  readonly current: Snapshot;
  /** How many older issues are still to be read; with some, what is not found may stand there. */
  readonly unread: number;
  /** Resolves when all issues are read. */
  readonly whole: Promise<void>;
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
const REST_AFTER_MS = 3_000;
/** Five years of a weekly. To read and work out so many takes a second, and a small board a few. */
const MOST_AT_ONCE = 250;

/** Reads the folder, and resolves whatever it holds: look at `problems` and at `current.issues`. */
export async function openArchive({
  dir,
  log,
  debounceMs = DEBOUNCE_MS,
  lookEveryMs = LOOK_EVERY_MS,
  store,
  readElsewhere,
  restAfterMs = REST_AFTER_MS,
}: ArchiveOptions): Promise<Archive> {
  const listeners = new Set<(change: ArchiveChange) => void>();
  const lastGood = new Map<string, FileReport>();
  const elsewhere = store && readElsewhere && createElsewhere({ dir, store, readElsewhere, onError: warnOfElsewhere });
  const kept = store?.load();
  const first = await (elsewhere ? readNewestAtStart(dir, kept, MOST_AT_ONCE) : readAtStart(dir, kept));
  let reading: FolderReading = remember(first.reading);
  let current = build(reading, lastGood, first.workedOut);
  const keeper = keepReading(store, first.workedOut !== undefined || reading.unread > 0, () => {
    const { reports, history, readSubjects: subjects } = reading;
    return isOfFilesAlone(reading) ? { reports, history, subjects, workedOut: current.workedOut } : undefined;
  });
  let watcher: Promise<AsyncDisposable> | undefined;
  let isOver = false;
  // Readings follow each other, never overlap.
  let reloading = reading.unread > 0 ? readRest().catch(warnOfReading) : Promise.resolve();
  const whole = reloading;

  return {
    get current() {
      return current;
    },
    get unread() {
      return reading.unread;
    },
    whole,
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
      if (isOver) return;
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
      isOver = true;
      listeners.clear();
      elsewhere?.end();
      keeper.end();
      await (await watcher)?.[Symbol.asyncDispose]();
      await reloading;
    },
  };

  function reload(): Promise<void> {
    reloading = reloading.then(readAgain).catch(warnOfReading);
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
    if (hasNewIssues || hasNewFacts) await takeIn(next);
    else reading = next;
    if (!hasNewIssues && !hasNewFacts && !hasNewProblems) return;
    log.info('Issues were read anew', { dir, ...change, problems: next.problems.length });
    for (const listener of listeners) listener(change);
  }

  async function readRest(): Promise<void> {
    await elsewhere?.wait(restAfterMs);
    const found = await elsewhere?.read();
    if (isOver) return;
    const before = reading.issues;
    const { reading: next, workedOut } = found ?? (await readAtStart(dir, undefined));
    swap(next, workedOut);
    log.info('All issues are read.', { dir, issues: reading.issues.length, problems: reading.problems.length });
    const change = findArchiveChange(before, reading.issues);
    for (const listener of listeners) listener(change);
  }

  // What stays in use of an earlier version is known in here alone.
  async function takeIn(next: FolderReading): Promise<void> {
    const isLarge = next.issues.length > MOST_AT_ONCE && isOfFilesAlone(next);
    const found = isLarge ? await elsewhere?.read() : undefined;
    if (isOver) return;
    swap(found?.reading ?? next, found?.workedOut);
  }

  function swap(next: FolderReading, workedOut: WorkedOut | undefined): void {
    reading = remember(next);
    current = build(reading, lastGood, workedOut);
    if (workedOut === undefined) keeper.note();
  }

  function remember(next: FolderReading): FolderReading {
    const files = new Set(next.reports.map(({ file }) => file));
    for (const file of lastGood.keys()) if (!files.has(file)) lastGood.delete(file);
    for (const report of next.reports) if (report.issue !== undefined) lastGood.set(report.file, report);
    return next;
  }

  function warnOfElsewhere(error: unknown): void {
    const reason = describeSystemError(error);
    log.warn('The issues could not be read by another process; nobody is answered until this one has', { dir, reason });
  }

  function warnOfReading(error: unknown): void {
    log.warn('The folder of issues could not be read anew; the issues stay as they are', { dir, error });
  }

  function warnOfWatching(error: unknown): void {
    const reason = describeSystemError(error);
    log.warn('The folder of issues cannot be watched in full; restart the bot after changes', { dir, reason });
  }
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
