import type { CompiledQuery, Kysely } from 'kysely';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import type { StoreError } from './store-error.ts';
import type { Tables } from './tables.ts';

/** One engine, opened: all that differs between the two stands behind this, or is decided by `engine`. */
export interface StoreConnection {
  readonly engine: Engine;
  readonly db: Kysely<Tables>;
  /**
   * The same tables, for what each message writes: kept through a crash of the process, not through a power cut, after
   * which an event may be answered twice or a follow-up question have lost its subject.
   */
  readonly quickDb: Kysely<Tables>;
  /** The same again, for what every message needs. */
  readonly quick: QuickStatements;
  readonly locks: NamedLocks;
  /** Says in our words what an error of the engine means. */
  readonly explain: (error: unknown) => StoreError;
  readonly close: () => Promise<void>;
}

export type Engine = 'sqlite' | 'postgres';

/** Statements whose text is made already. What nobody waits for can be put off, and is then written together with others. */
export interface QuickStatements {
  /** Runs one now. With SQLite, all that was put off before is written by then. */
  readonly run: <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>;
  /** Writes one within so many milliseconds, or along with what is run before that; resolves once it is written. */
  readonly runWithin: (ms: number, query: CompiledQuery<unknown>) => Promise<void>;
  /** Resolves when all that was put off until now has been written, or has failed. */
  readonly settle: () => Promise<void>;
}
