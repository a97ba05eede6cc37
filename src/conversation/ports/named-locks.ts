/** Locks by name that one program at a time can hold, such as for a part of a platform’s connections. */
export interface NamedLocks {
  /** Undefined when somebody holds it, this program included. Never waits. */
  readonly tryHold: (name: string) => Promise<HeldLock | undefined>;
}

/** A lock that is held until it is released, or until the connection that holds it is lost. */
export interface HeldLock {
  /** Aborted once the lock can no longer be relied on: stop at once what two may not do together. */
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}
