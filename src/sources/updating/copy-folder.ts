import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, readlink, realpath, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FeedState } from '#sources/feed/fetch-feed.ts';
import type { GitState } from '#sources/git/fetch-git.ts';

/** What is known of a copy of a source; it lies beside the copy's content. */
export interface CopyRecord {
  /** Raised when what is kept has another shape. */
  readonly form: typeof COPY_FORM;
  readonly state: GitState | FeedState;
  /** How many issues could be read in it. */
  readonly issues: number;
  /** Files that came from the folder of facts, from the copy's own folder. */
  readonly addedFacts: readonly string[];
  /** Equal as long as nothing in the folder of facts has changed. */
  readonly factsLook: string;
  readonly remarks: readonly string[];
}

export const COPY_FORM = 1;

const versions = 'versions';
const current = 'current';
const recordName = 'copy.json';
/** Longer than any update takes, and than any other process reads a copy that it has opened. */
const LEFT_AFTER_MS = 60 * 60_000;

/** The copy that is in use, or undefined when there is none that can be used. */
export async function readCurrentCopy(
  copyFolder: string,
): Promise<{ readonly folder: string; readonly record: CopyRecord } | undefined> {
  try {
    const folder = await realpath(join(copyFolder, current));
    const record = JSON.parse(await readFile(join(folder, recordName), 'utf8')) as CopyRecord;
    return record.form === COPY_FORM && (await stat(join(folder, 'content'))).isDirectory()
      ? { folder, record }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A folder for a new copy, in nobody's use. */
export async function makeVersionFolder(copyFolder: string): Promise<string> {
  const folder = join(copyFolder, versions, randomBytes(8).toString('hex'));
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Writes what is known of a copy, whole or not at all. */
export async function writeRecord(folder: string, record: CopyRecord): Promise<void> {
  await writeWhole(join(folder, recordName), JSON.stringify(record));
}

/** Writes a file whole or not at all, should the process end meanwhile. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomBytes(4).toString('hex')}`;
  await writeFile(fresh, text, { flush: true });
  await rename(fresh, file);
}

/** Puts a new copy into use, whole and at once, and removes those that nobody can be reading any more. */
export async function swapIn(copyFolder: string, version: string, nowMs: number): Promise<void> {
  const link = join(copyFolder, current);
  const before = await readlink(link).then(basename, () => undefined);
  const fresh = `${link}.${randomBytes(4).toString('hex')}`;
  if (process.platform === 'win32') {
    // A link to a folder needs no rights there only in this form, and cannot take another's place.
    await symlink(join(copyFolder, versions, version), fresh, 'junction');
    await rm(link, { force: true, recursive: true });
  } else await symlink(join(versions, version), fresh);
  await rename(fresh, link);
  await tidy(join(copyFolder, versions), new Set([version, before]), nowMs);
}

async function tidy(folder: string, kept: ReadonlySet<string | undefined>, nowMs: number): Promise<void> {
  for (const name of await readdir(folder)) {
    if (kept.has(name)) continue;
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    // Another process may be at work on it.
    if (found !== undefined && nowMs - found.mtimeMs > LEFT_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}
