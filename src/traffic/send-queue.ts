import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Wait } from '#conversation/ports/tools.ts';

/**
 * Sends in the place's turn: for each key one at a time, in the order in which they came. Resolves or rejects as `send` does.
 * With an aborted signal nothing is waited for but the one before.
 */
export type SendQueue = <Result>(key: string, send: () => Promise<Result>, signal?: AbortSignal) => Promise<Result>;

export interface SendQueueOptions {
  /**
   * In a place where the platform has asked to wait: from the answer to one until the next may leave. It was counted
   * somewhere between leaving and answer, so two are never counted closer together.
   */
  readonly pauseMs: number;
  /** A clock that is never set: it goes forward only. */
  readonly now: () => number;
  readonly wait: Wait;
}

interface Line {
  last: Promise<void>;
  waiting: number;
  freeAtMs: number;
  pacedUntilMs: number;
}

const MANY_KEYS = 5_000;
/** Platforms let a few pass at once where it was quiet for a while. */
const PACED_FOR_MS = 60_000;

/**
 * Keeps to what a platform allows in one place. As long as it lets everything pass, nothing waits but for the one before;
 * when it asks to wait, nothing leaves for that place until then, and from then on at the platform's own pace.
 */
export function createSendQueue({ pauseMs, now, wait }: SendQueueOptions): SendQueue {
  const lines = new Map<string, Line>();

  function forgetIdle(): void {
    if (lines.size < MANY_KEYS) return;
    const nowMs = now();
    for (const [key, { waiting, freeAtMs, pacedUntilMs }] of lines) {
      if (waiting === 0 && Math.max(freeAtMs, pacedUntilMs) <= nowMs) lines.delete(key);
    }
  }

  return async (key, send, signal) => {
    forgetIdle();
    const line = lines.get(key) ?? { last: Promise.resolve(), waiting: 0, freeAtMs: 0, pacedUntilMs: 0 };
    lines.set(key, line);
    const before = line.last;
    const turn = Promise.withResolvers<void>();
    line.last = turn.promise;
    line.waiting++;
    try {
      await before;
      const leftMs = line.freeAtMs - now();
      if (leftMs > 0) await wait(leftMs, signal);
      const result = await send();
      line.freeAtMs = now() < line.pacedUntilMs ? now() + pauseMs : 0;
      return result;
    } catch (error) {
      if (error instanceof DeliveryError && error.retryAfterMs !== undefined) {
        line.freeAtMs = now() + Math.max(pauseMs, error.retryAfterMs);
        line.pacedUntilMs = line.freeAtMs + PACED_FOR_MS;
      }
      throw error;
    } finally {
      line.waiting--;
      turn.resolve();
    }
  };
}

/**
 * Sends as long as the platform asks to wait: a limit says nothing against what is sent, only when. Other failures are the
 * caller's. What was asked to wait goes to the end of its line, and nobody of the line leaves before the wait is over.
 */
export async function sendWithinLimits<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DeliveryError) || error.mayHaveArrived || error.retryAfterMs === undefined) throw error;
    }
  }
}
