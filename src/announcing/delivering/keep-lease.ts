import type { Outbox, OutboxClaim } from '#announcing/outbox.ts';

/** How long a process that died holds a post, before another one takes it over. */
export const POST_LEASE_MS = 120_000;

export interface LeaseParts {
  readonly outbox: Pick<Outbox, 'extendLease'>;
  readonly now: () => number;
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Keeps a claim from running out while its post is on its way, however long that takes; ends when disposed. */
export function keepLease(claim: OutboxClaim, { outbox, now, wait }: LeaseParts): Disposable {
  const ending = new AbortController();
  const { signal } = ending;
  const loop = async () => {
    for (;;) {
      await wait(POST_LEASE_MS / 3, signal);
      if (signal.aborted || !(await outbox.extendLease(claim, now() + POST_LEASE_MS))) return;
    }
  };
  // A store that fails here fails for whoever marks the post, too, and is told there.
  loop().catch(() => {});
  return { [Symbol.dispose]: () => ending.abort() };
}
