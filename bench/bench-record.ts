import type { ArchiveRecord } from './measure-archive.ts';
import type { HostileRecord } from './measure-hostile.ts';
import type { StartRecord } from './measure-program.ts';

/** All that one run measured. */
export interface BenchRecord {
  readonly node: string;
  readonly machine: string;
  readonly startToFirstAnswerMs: number;
  readonly batchPeakMb: number;
  /** Smallest first. */
  readonly archives: readonly ArchiveRecord[];
  /** Of many times the archive on disk: the first start of all, and one that finds what that has kept. */
  readonly grownStarts: readonly { readonly times: number; readonly first: StartRecord; readonly later: StartRecord }[];
  readonly hostile: readonly HostileRecord[];
}
