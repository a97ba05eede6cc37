import { setTimeout as wait } from 'node:timers/promises';
import type { DeliveryOutcome } from './delivery.ts';

/** One try: what came with the acknowledgement, or why there was none. `isFinal`: the app asked for no more tries. */
export type Try = { readonly response: unknown } | { readonly failure: string; readonly isFinal?: boolean };

/** Tries once, and again after each of the waits, until the app acknowledges. The reason of the last failure goes along. */
export async function repeatUntilAcknowledged(
  waitsMs: readonly number[],
  closing: AbortSignal,
  tryOnce: (attempt: number, reason: string) => Promise<Try>,
): Promise<DeliveryOutcome> {
  const startedAt = performance.now();
  let reason = '';
  let attempts = 0;
  for (const waitMs of [0, ...waitsMs]) {
    if (waitMs > 0) await wait(waitMs, undefined, { signal: closing, ref: false }).catch(() => {});
    if (closing.aborted) break;
    const result = await tryOnce(attempts, reason);
    attempts += 1;
    const delayMs = performance.now() - startedAt;
    if (!('failure' in result)) return { isAcknowledged: true, delayMs, attempts, response: result.response };
    reason = result.failure;
    if (result.isFinal) break;
  }
  return {
    isAcknowledged: false,
    delayMs: performance.now() - startedAt,
    attempts,
    failure: reason || 'server_closed',
  };
}
