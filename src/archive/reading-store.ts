import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/**
 * Keeps readings in a file. `version` names all that a reading depends on besides the folder's texts: what another version
 * has kept is of no use. A file that was cut short or changed is passed over.
 */
export function createReadingStore(file: string, version: string): ReadingStore {
  return {
    load() {
      try {
        const bytes = readFileSync(file);
        const body = bytes.subarray(HASH_BYTES);
        if (!hash(version, body).equals(bytes.subarray(0, HASH_BYTES))) return undefined;
        return deserialize(body) as KeptReading;
      } catch {
        return undefined;
      }
    },
    save(reading) {
      const fresh = `${file}.${process.pid}`;
      try {
        const body = serialize(reading);
        if (body.length > MAX_BYTES) return;
        mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
        writeFileSync(fresh, Buffer.concat([hash(version, body), body]), { mode: 0o600 });
        // As a whole or not at all, should the process end or another one save too.
        renameSync(fresh, file);
        removeOldest(file);
      } catch {
        rmSync(fresh, { force: true });
      }
    },
  };
}

function hash(version: string, body: Uint8Array): Buffer {
  return createHash('sha256').update(version).update('\0').update(body).digest();
}

function removeOldest(file: string): void {
  const files = readdirSync(dirname(file))
    .filter((name) => name.endsWith(readingEnding) && name !== basename(file))
    .map((name) => join(dirname(file), name))
    .map((path) => ({ path, savedMs: statSync(path).mtimeMs }))
    .sort((a, b) => b.savedMs - a.savedMs);
  for (const { path } of files.slice(MAX_FILES - 1)) rmSync(path, { force: true });
}

/** The file for a content folder's readings, in a folder of such files. */
export function nameReadingFile(storeFolder: string, contentFolder: string): string {
  return join(storeFolder, createHash('sha256').update(contentFolder).digest('hex').slice(0, 16) + readingEnding);
}
