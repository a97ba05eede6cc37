import type { WorkedOut } from '#search/reading/work-out.ts';
import { isSame } from './keep-reading.ts';
import { type FolderReading, readFolder } from './read-folder.ts';
import type { KeptReading } from './reading-store.ts';

/** A folder's reading, and what was worked out of the very same one before, if anything was kept of it. */
export interface ReadingAtStart {
  readonly reading: FolderReading;
  readonly workedOut: WorkedOut | undefined;
}

/** Reads a folder as a start does: what has not changed since something was kept is not read again. */
export async function readAtStart(dir: string, kept: KeptReading | undefined): Promise<ReadingAtStart> {
  const reading = await readAsAtFirst(dir, kept);
  return { reading, workedOut: kept !== undefined && isSame(reading, kept) ? kept.workedOut : undefined };
}

/** The same, but where all of a larger archive would have to be worked out, only as many of its newest issues are read. */
export async function readNewestAtStart(
  dir: string,
  kept: KeptReading | undefined,
  most: number,
): Promise<ReadingAtStart> {
  if (kept === undefined) return { reading: await readFolder(dir, undefined, most), workedOut: undefined };
  const whole = await readAtStart(dir, kept);
  const { reports, readSubjects } = whole.reading;
  const isSoonDone = whole.workedOut !== undefined || reports.length <= most;
  return isSoonDone
    ? whole
    : { reading: await readFolder(dir, { reports, subjects: readSubjects }, most), workedOut: undefined };
}

// What has broken since an earlier start is as at a first one: what is said must not hang on whether anything was kept.
async function readAsAtFirst(dir: string, kept: KeptReading | undefined): Promise<FolderReading> {
  const reading = await readFolder(dir, kept);
  const reports = reading.reports.filter(({ keepsFacts }) => keepsFacts === undefined);
  if (reports.length === reading.reports.length) return reading;
  return readFolder(dir, { reports, subjects: reading.readSubjects });
}
