import type { ArchiveRecord } from './measure-archive.ts';
import type { HostileRecord } from './measure-hostile.ts';

/** All that one run measured. */
export interface BenchRecord {
  readonly node: string;
  readonly machine: string;
  readonly startToFirstAnswerMs: number;
  readonly batchPeakMb: number;
  /** Smallest first. */
  readonly archives: readonly ArchiveRecord[];
  readonly hostile: readonly HostileRecord[];
}
