import type { WatchedContent } from '#app/health/readiness.ts';
import { updateProgram } from '#app/opening/fetch-content.ts';
import type { RunningPart } from '#app/process/running-part.ts';
import { wait } from '#app/process/wait.ts';
import type { Archive } from '#archive/open-archive.ts';
import type { Log } from '#conversation/ports/log.ts';
import { copyFolderOf } from '#sources/content-source.ts';
import type { SourceSettings } from '#sources/parse-source.ts';
import { readCurrentCopy } from '#sources/updating/copy-folder.ts';
import { keepUpdated } from '#sources/updating/keep-updated.ts';

/** Issues that are fetched while the bot runs. */
export interface ContentKeeper extends RunningPart, WatchedContent, AsyncDisposable {
  /** Opens the archive of what was fetched; it is read anew with each new copy, and at no time while one is swapped. */
  readonly openArchive: (open: () => Promise<Archive>) => Promise<Archive>;
  /** Resolves when there are issues. */
  readonly firstCopy: Promise<void>;
  /** A part that begins when there are issues: dates that come before stay as they are, to be served then. */
  readonly startWithIssues: (name: string, start: () => RunningPart) => RunningPart;
  /** Reads that archive anew, now. */
  readonly refresh: () => Promise<void>;
}

/** A first start shows what it has soon; what comes later is read as soon as it is there. */
const FIRST_LOOK_MS = 10_000;

/** Keeps the issues of a source up to date. Resolves at once where there are some from before, else after the first look. */
export async function keepContent(
  { source, everyMs, hookSecret }: SourceSettings,
  { log, now, signal }: { readonly log: Log; readonly now: () => number; readonly signal: AbortSignal },
): Promise<ContentKeeper> {
  let archive: Archive | undefined;
  const hasCopy = (await readCurrentCopy(copyFolderOf(source))) !== undefined;
  const onSwapped = async () => archive?.refresh();
  const parts = { source, everyMs, programFile: updateProgram, log, now, random: Math.random, onSwapped };
  const keeper = keepUpdated(parts, hasCopy);
  if (!hasCopy) await Promise.race([keeper.firstLook, wait(FIRST_LOOK_MS, signal)]);
  const { status, firstCopy, lookSoon, stop } = keeper;
  return {
    name: 'content',
    status,
    firstCopy,
    hook: hookSecret === undefined ? undefined : { secret: hookSecret, onCall: () => void lookSoon() },
    stop,
    [Symbol.asyncDispose]: stop,
    startWithIssues: (part, start) => startAfter(firstCopy, part, start),
    async openArchive(open) {
      archive = await keeper.readInPeace(open);
      return archive;
    },
    refresh: () => keeper.readInPeace(async () => archive?.refresh()),
  };
}

function startAfter(ready: Promise<void>, name: string, start: () => RunningPart): RunningPart {
  let started: RunningPart | undefined;
  let isStopped = false;
  void ready.then(() => {
    if (!isStopped) started = start();
  });
  return {
    name,
    lastBeatMs: () => started?.lastBeatMs?.(),
    async stop() {
      isStopped = true;
      await started?.stop();
    },
  };
}
