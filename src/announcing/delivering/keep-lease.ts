import type { DeliveryQueue, OutboxClaim } from '#announcing/outbox.ts';
import type { Tools } from '#conversation/ports/tools.ts';

/** How long a process that died holds a post, before another one takes it over. */
export const POST_LEASE_MS = 120_000;

export interface LeaseParts extends Pick<Tools, 'now' | 'wait'> {
  readonly queue: Pick<DeliveryQueue<OutboxClaim>, 'extendLease'>;
}

/** Keeps a claim from running out while what it is of is on its way, however long that takes; ends when disposed. */
export function keepLease(claim: OutboxClaim, { queue, now, wait }: LeaseParts): Disposable {
  const ending = new AbortController();
  const { signal } = ending;
  const loop = async () => {
    for (;;) {
      await wait(POST_LEASE_MS / 3, signal);
      if (signal.aborted || !(await queue.extendLease(claim, now() + POST_LEASE_MS))) return;
    }
  };
  // A store that fails here fails for whoever marks the post, too, and is told there.
  loop().catch(() => {});
  return { [Symbol.dispose]: () => ending.abort() };
}
