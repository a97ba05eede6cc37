import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { SendQueue } from '#traffic/send-queue.ts';
import { createTurns } from '#traffic/turns.ts';

/** What it works with. */
export interface SlackSendingParts extends Pick<Tools, 'wait'> {
  readonly sendQueue: SendQueue;
  /** So many are on their way at a time. */
  readonly atOnce: number;
}

/** Sends, for as long as a connection lasts, when the channel's line and the others at work let it. */
export function createSlackSending({ sendQueue, wait, atOnce }: SlackSendingParts) {
  const over = new AbortController();
  const { signal } = over;
  const takeTurn = createTurns(atOnce);

  return {
    sendInTurn<Result>(channelId: string, send: () => Promise<Result>): Promise<Result> {
      const leave = async () => {
        if (signal.aborted) throw new DeliveryError('try-later', 'The bot stops before this could be sent.');
        const endTurn = await takeTurn();
        try {
          return await send();
        } finally {
          endTurn();
        }
      };
      return sendQueue(channelId, leave, signal);
    },
    /** A pause before another try; none where none is worth making any more. */
    async wait(ms: number): Promise<void> {
      if (signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = () => resolve();
      signal.addEventListener('abort', end);
      await Promise.race([wait(ms), promise]);
      signal.removeEventListener('abort', end);
    },
    /** From now on nothing leaves. */
    giveUp: () => over.abort(),
  };
}
