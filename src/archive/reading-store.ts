import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readKept, writeKept } from '#archive/keeping/kept-file.ts';
import { type PackedReports, packReports, unpackReports } from '#archive/keeping/late-reports.ts';
import type { ContentProblem } from '#newsletter/issue.ts';
import type { WorkedOut } from '#search/reading/work-out.ts';
import type { FileReport } from './file-report.ts';
import type { ReadSubjects } from './read-folder.ts';

/** What a folder gave at an earlier start: what has not changed since need not be read again. */
export interface KeptReading {
  readonly reports: readonly FileReport[];
  readonly history: readonly ContentProblem[];
  readonly subjects: ReadSubjects;
  readonly workedOut: WorkedOut;
}

/** Keeps what a folder gave until the next start. None throws: without it, the folder is read as for the first time. */
export interface ReadingStore {
  readonly load: () => KeptReading | undefined;
  /** A step at a time; saved once all are done. */
  readonly save: (reading: KeptReading) => Generator<void>;
}

const readingEnding = '.reading';
// One folder is usual; tests and trials must not fill a disk.
const MAX_FILES = 8;
// A step takes some ten milliseconds.
const ISSUES_A_STEP = 8;
// What a process that was killed has left; nobody writes for so long.
const LEFTOVER = /\.reading\.[\w-]+$/;
const LEFTOVER_AFTER_MS = 60 * 60_000;

/**
 * Keeps readings in a file. `version` names all that a reading depends on besides the folder's texts: what another version
 * has kept is of no use. A file that was cut short or changed, or is another user's, is passed over.
 */
export function createReadingStore(file: string, version: string): ReadingStore {
  return {
    load() {
      try {
        return joinParts(readKept(file, version));
      } catch {
        return undefined;
      }
    },
    *save(reading) {
      const fresh = `${file}.${randomUUID()}`;
      try {
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        yield* writeKept(fresh, version, splitIntoParts(reading));
        // As a whole or not at all, should the process end or another one save too.
        renameSync(fresh, file);
        tidy(file);
      } catch {
        remove(fresh);
      }
    },
  };
}

function* splitIntoParts({ reports, history, subjects, workedOut }: KeptReading): Generator<unknown> {
  yield { history, subjects };
  for (const part of Object.entries(workedOut)) yield Object.fromEntries([part]);
  for (let at = 0; at < reports.length; at += ISSUES_A_STEP) yield packReports(reports.slice(at, at + ISSUES_A_STEP));
}

function joinParts(parts: Iterable<unknown>): KeptReading {
  const joined = {};
  const workedOut = {};
  const reports: FileReport[] = [];
  for (const part of parts) {
    if (isPacked(part)) for (const report of unpackReports(part)) reports.push(report);
    else Object.assign('history' in (part as object) ? joined : workedOut, part);
  }
  if (!('history' in joined)) throw new Error('Expected what stands first.');
  return { ...(joined as Pick<KeptReading, 'history' | 'subjects'>), reports, workedOut: workedOut as WorkedOut };
}

const isPacked = (part: unknown): part is PackedReports<FileReport> =>
  typeof part === 'object' && part !== null && 'heads' in part;

/** Removes the oldest files, and what was left of those that were never finished. */
function tidy(file: string): void {
  const found = readdirSync(dirname(file))
    .filter((name) => name !== basename(file))
    .map((name) => join(dirname(file), name))
    // Another process may have removed one meanwhile.
    .map((path) => ({ path, savedMs: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.savedMs - a.savedMs);
  const oldest = found.filter(({ path }) => path.endsWith(readingEnding)).slice(MAX_FILES - 1);
  const leftBefore = Date.now() - LEFTOVER_AFTER_MS;
  const left = found.filter(({ path, savedMs }) => LEFTOVER.test(path) && savedMs < leftBefore);
  for (const { path } of [...oldest, ...left]) remove(path);
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // What cannot be removed is in nobody's way.
  }
}

/** The file for a content folder's readings, in a folder of such files. */
export function nameReadingFile(storeFolder: string, contentFolder: string): string {
  return join(storeFolder, createHash('sha256').update(contentFolder).digest('hex').slice(0, 16) + readingEnding);
}
