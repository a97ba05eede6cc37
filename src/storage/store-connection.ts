import type { Kysely } from 'kysely';
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
  readonly locks: NamedLocks;
  /** Says in our words what an error of the engine means. */
  readonly explain: (error: unknown) => StoreError;
  readonly close: () => Promise<void>;
}

export type Engine = 'sqlite' | 'postgres';
