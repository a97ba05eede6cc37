import type { Outbox, OutboxClaim } from '#announcing/outbox.ts';
import type { Tools } from '#conversation/ports/tools.ts';

/** How long a process that died holds a post, before another one takes it over. */
export const POST_LEASE_MS = 120_000;

export interface LeaseParts extends Pick<Tools, 'now' | 'wait'> {
  readonly outbox: Pick<Outbox, 'extendLease'>;
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
