import { createHash, randomUUID } from 'node:crypto';
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { WorkedOut } from '#search/work-out.ts';
import type { FileReport } from './file-report.ts';
import type { ReadSubjects } from './read-folder.ts';

/** What a folder gave at an earlier start: what has not changed since need not be read again. */
export interface KeptReading {
  readonly reports: readonly FileReport[];
  readonly subjects: ReadSubjects;
  readonly workedOut: WorkedOut;
}

/** Keeps what a folder gave until the next start. Neither throws: without it, the folder is read as for the first time. */
export interface ReadingStore {
  readonly load: () => KeptReading | undefined;
  readonly save: (reading: KeptReading) => void;
}

const readingEnding = '.reading';
const HASH_BYTES = 32;
// One folder is usual; tests and trials must not fill a disk.
const MAX_FILES = 8;
const MAX_BYTES = 2 ** 30;
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
        const bytes = readOwn(file);
        if (bytes === undefined) return undefined;
        const body = bytes.subarray(HASH_BYTES);
        if (!hash(version, body).equals(bytes.subarray(0, HASH_BYTES))) return undefined;
        const reading = deserialize(body) as KeptReading;
        return { ...reading, workedOut: copyArrays(reading.workedOut) };
      } catch {
        return undefined;
      }
    },
    save(reading) {
      const fresh = `${file}.${randomUUID()}`;
      try {
        const body = serialize(reading);
        if (body.length > MAX_BYTES) return;
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(fresh, Buffer.concat([hash(version, body), body]), { mode: 0o600, flag: 'wx' });
        // As a whole or not at all, should the process end or another one save too.
        renameSync(fresh, file);
        tidy(file);
      } catch {
        remove(fresh);
      }
    },
  };
}

function hash(version: string, body: Uint8Array): Buffer {
  return createHash('sha256').update(version).update('\0').update(body).digest();
}

// What was read has its arrays in the file's own bytes, which would stay in memory as a whole for a tenth of them.
function copyArrays<Kept>(kept: Kept): Kept {
  if (ArrayBuffer.isView(kept)) return (kept as unknown as Uint32Array).slice() as Kept;
  if (Object.getPrototypeOf(kept) !== Object.prototype) return kept;
  const entries = Object.entries(kept as object).map(([name, value]) => [name, copyArrays(value)]);
  return Object.fromEntries(entries) as Kept;
}

// In a folder that users share, anybody could put down what the bot shall say; a pipe would hold up the start.
function readOwn(file: string): Buffer | undefined {
  const handle = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const found = fstatSync(handle);
    const isOwn = process.geteuid === undefined || found.uid === process.geteuid();
    return isOwn && found.isFile() ? readFileSync(handle) : undefined;
  } finally {
    closeSync(handle);
  }
}

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
