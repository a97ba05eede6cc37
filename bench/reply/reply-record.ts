import type { HeldMemory } from '../start-process.ts';
import type { Span } from './sum-up-profile.ts';

/** How one bot fared in one run. */
export interface ReplyFigures {
  /** From the event that the platform sends until the answer came back. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** What the bot computed for an event. */
  readonly cpuMs: number;
}

/** Both bots in the same run, one right after the other. */
export interface ReplyRun {
  readonly ours: ReplyFigures;
  readonly echo: ReplyFigures;
}

/** How often questions are asked. */
export interface Load {
  readonly name: string;
  /** Undefined: one question at a time, the next a moment after the answer. */
  readonly perSecond: number | undefined;
  readonly questions: number;
}

/** What was found of one platform. */
export interface ReplyRecord {
  readonly platform: string;
  /** Before any question, and after all of them. */
  readonly memory: Readonly<Record<'ours' | 'echo', { readonly idle: HeldMemory; readonly after: HeldMemory }>>;
  readonly loads: readonly MeasuredLoad[];
}

/** One load, and when each bot was under it. */
export interface MeasuredLoad {
  readonly load: Load;
  readonly runs: readonly ReplyRun[];
  readonly spans: Readonly<Record<'ours' | 'echo', readonly Span[]>>;
}
