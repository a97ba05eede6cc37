import { type ContentSource, nameSource } from '#sources/content-source.ts';
import type { SourceStatus } from './source-status.ts';
import { updateCopy } from './update-copy.ts';

/** The part of a log that a keeper writes to. */
export interface SourceLog {
  info(message: string, fields: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields: Readonly<Record<string, unknown>>): void;
}

/** What a source is kept up to date with. */
export interface KeeperParts {
  readonly source: ContentSource;
  /** Time between two looks. */
  readonly everyMs: number;
  readonly programFile: string;
  readonly log: SourceLog;
  readonly now: () => number;
  readonly random: () => number;
  /** Called with each new copy, after it was put into use and before anybody else reads it. */
  readonly onSwapped: () => Promise<void>;
}

/** A source that is looked at now and then, until it is stopped. */
export interface SourceKeeper {
  /** As of the last look of this process; undefined before the first. */
  readonly status: () => SourceStatus | undefined;
  /** Resolves after the first look, whatever came of it. */
  readonly firstLook: Promise<void>;
  /** Resolves when there is a copy to read. */
  readonly firstCopy: Promise<void>;
  /** Looks at once, or once more after the look that is going on; resolves when that is done. */
  readonly lookSoon: () => Promise<void>;
  /** Reads the copy while it is sure not to be swapped. */
  readonly readInPeace: <Value>(read: () => Promise<Value>) => Promise<Value>;
  readonly stop: () => Promise<void>;
}

/** Replicas that start together do not ask together for ever. */
const JITTER = 0.1;
/** A fault that changes its words is told again, but not with each look. */
const TELL_AGAIN_MS = 60 * 60_000;

/** Looks at a source at once, then every few minutes. What is wrong with it is told once; the copy before stays in use. */
export function keepUpdated(parts: KeeperParts, hasCopy: boolean): SourceKeeper {
  const { source, everyMs, programFile, log, now, random, onSwapped } = parts;
  const name = nameSource(source);
  const ending = new AbortController();
  const { signal } = ending;
  const first = Promise.withResolvers<void>();
  const copied = Promise.withResolvers<void>();
  let status: SourceStatus | undefined;
  let told: { readonly message: string; readonly atMs: number } | undefined;
  let toldRemarks = '';
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let again: Promise<void> | undefined;
  let reading: Promise<unknown> = Promise.resolve();
  if (hasCopy) copied.resolve();
  void lookSoon();

  return {
    status: () => status,
    firstLook: first.promise,
    firstCopy: copied.promise,
    lookSoon,
    readInPeace,
    async stop() {
      ending.abort();
      clearTimeout(timer);
      await looking;
    },
  };

  function lookSoon(): Promise<void> {
    if (looking === undefined) return begin();
    // What has changed since the look that is going on began may have escaped it.
    again ??= looking.then(() => {
      again = undefined;
      return begin();
    });
    return again;
  }

  async function begin(): Promise<void> {
    if (signal.aborted) return;
    clearTimeout(timer);
    looking = look().then(() => {
      looking = undefined;
      first.resolve();
      planLook();
    });
    await looking;
  }

  function planLook(): void {
    if (signal.aborted) return;
    timer = setTimeout(() => void lookSoon(), everyMs * (1 + JITTER * random()));
    timer.unref();
  }

  async function look(): Promise<void> {
    const { update, status: found } = await updateCopy(source, {
      programFile,
      signal,
      now,
      inPeace: (swap) =>
        readInPeace(async () => {
          await swap();
          await onSwapped();
        }),
    });
    if (signal.aborted) return;
    const before = status;
    status = found;
    if (update.kind === 'ready') {
      copied.resolve();
      const { issues, remarks } = update;
      log.info('A new copy of the newsletter is in use.', { source: name, issues });
      if (remarks.length > 0 && JSON.stringify(remarks) !== toldRemarks) {
        log.warn('Not all of the newsletter is in the copy.', { source: name, remarks });
      }
      toldRemarks = JSON.stringify(remarks);
    }
    if (found.problem === undefined && before?.problem !== undefined) {
      log.info('The newsletter can be fetched again.', { source: name });
    }
    tellProblem();
  }

  function tellProblem(): void {
    const problem = status?.problem;
    if (problem === undefined) told = undefined;
    else if (told === undefined || (told.message !== problem.message && now() - told.atMs > TELL_AGAIN_MS)) {
      told = { message: problem.message, atMs: now() };
      log.warn('The newsletter could not be fetched; what was fetched before stays in use.', {
        source: name,
        problem: problem.message,
        remedy: problem.remedy,
      });
    }
  }

  function readInPeace<Value>(read: () => Promise<Value>): Promise<Value> {
    const result = reading.then(read);
    reading = result.catch(() => {});
    return result;
  }
}
