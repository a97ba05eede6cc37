import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ContentSource, copyFolderOf } from '#sources/content-source.ts';
import { writeWhole } from './copy-folder.ts';
import type { PreparedUpdate } from './prepare-update.ts';

/** How it stands with a source, as whoever looked last has found it. */
export interface SourceStatus {
  /** When it was looked at last. */
  readonly lookedMs: number;
  /** When a look last went well; undefined for never. */
  readonly wellMs: number | undefined;
  /** Why the last look did not go well. */
  readonly problem: SourceProblem | undefined;
}

/** What is wrong with a source, since when, and what to do about it. */
export interface SourceProblem {
  readonly message: string;
  readonly remedy: string;
  readonly sinceMs: number;
}

const statusName = 'status.json';

/** The status after a look. */
export function noteUpdate(before: SourceStatus | undefined, update: PreparedUpdate, nowMs: number): SourceStatus {
  if (update.kind !== 'failed') return { lookedMs: nowMs, wellMs: nowMs, problem: undefined };
  const { message, remedy } = update;
  const problem = { message, remedy, sinceMs: before?.problem?.sinceMs ?? nowMs };
  return { lookedMs: nowMs, wellMs: before?.wellMs, problem };
}

/** What a process that keeps the source up to date has noted; undefined when none has. */
export async function readStatus(source: ContentSource): Promise<SourceStatus | undefined> {
  try {
    return JSON.parse(await readFile(join(copyFolderOf(source), statusName), 'utf8')) as SourceStatus;
  } catch {
    return undefined;
  }
}

/** Notes a status for other processes; a disk that takes nothing is told by the update itself. */
export async function writeStatus(source: ContentSource, status: SourceStatus): Promise<void> {
  try {
    await mkdir(copyFolderOf(source), { recursive: true });
    await writeWhole(join(copyFolderOf(source), statusName), JSON.stringify(status));
  } catch {
    // The next look notes it.
  }
}
