import type { ArchiveRecord } from './measure-archive.ts';
import type { FirstServing } from './measure-first-serving.ts';
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
  /** Of many times the archive on disk. */
  readonly grownStarts: readonly GrownStarts[];
  readonly hostile: readonly HostileRecord[];
}

export interface GrownStarts {
  readonly times: number;
  /** The first start of all of one question, which is answered from all there is. */
  readonly first: StartRecord;
  /** One that finds what that has kept. */
  readonly later: StartRecord;
  /** The first start of all of the bot, which answers from the newest issues while it reads the others. */
  readonly serving: FirstServing;
}
