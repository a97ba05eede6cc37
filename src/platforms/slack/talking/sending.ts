import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { SendQueue } from '#traffic/send-queue.ts';
import { createTurns } from '#traffic/turns.ts';
import type { SendInTurn } from './sender.ts';

/** Sending for as long as a connection lasts. */
export interface SlackSending {
  readonly sendInTurn: SendInTurn;
  /** A pause before another try; none where none is worth making any more. */
  readonly wait: (ms: number) => Promise<void>;
  /** From now on nothing leaves. */
  readonly giveUp: () => void;
}

/** What it works with. */
export interface SlackSendingParts extends Pick<Tools, 'wait'> {
  readonly sendQueue: SendQueue;
  /** So many are on their way at a time. */
  readonly atOnce: number;
}

/** Sends when the channel's line and the others at work let it. */
export function createSlackSending({ sendQueue, wait, atOnce }: SlackSendingParts): SlackSending {
  const over = new AbortController();
  const { signal } = over;
  const takeTurn = createTurns(atOnce);

  return {
    sendInTurn(channelId, send) {
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
    async wait(ms) {
      if (signal.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      const end = () => resolve();
      signal.addEventListener('abort', end);
      await Promise.race([wait(ms), promise]);
      signal.removeEventListener('abort', end);
    },
    giveUp: () => over.abort(),
  };
}
