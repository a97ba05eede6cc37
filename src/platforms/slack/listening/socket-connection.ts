import { setTimeout as delay } from 'node:timers/promises';
import type { SocketModeReceiver } from '@slack/bolt';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Log } from '#conversation/ports/log.ts';
import { explainSocketFailure } from '#platforms/slack/calling/check-access.ts';
import { choosePause } from '#traffic/back-off.ts';

type SocketModeClient = SocketModeReceiver['client'];

/** How long a connection may take until Slack says hello. */
const HELLO_WITHIN_MS = 30_000;
const backOff = { firstMs: 100, longestMs: 30_000 };

/** A connection that is made again whenever it breaks. */
export interface SocketConnection {
  readonly isConnected: () => boolean;
  /** Resolves when Slack refuses the app token: what was lost then does not come back by trying. */
  readonly whenOver: Promise<AccessError>;
  readonly stop: () => Promise<void>;
}

/**
 * Connects, and goes on connecting until stopped. The SDK's own way of reconnecting is off: it pauses five seconds at
 * every rotation, and gives up for good (with an unhandled rejection) when Slack cannot be reached at that moment.
 *
 * @throws whatever the first connection failed with.
 */
export async function keepSocketConnected(
  client: SocketModeClient,
  { log, onReconnect, random }: { log: Log; onReconnect: () => void; random: () => number },
): Promise<SocketConnection> {
  surviveOddFrames(client, log);
  const stopping = new AbortController();
  const over = Promise.withResolvers<AccessError>();
  let isConnected = false;
  let lost = await connect();
  const loop = run();
  return {
    isConnected: () => isConnected,
    whenOver: over.promise,
    async stop() {
      stopping.abort();
      if (isConnected) await client.disconnect();
      await loop;
    },
  };

  /** Resolves, once connected, to the promise of the connection's end. */
  async function connect(): Promise<{ readonly end: Promise<void> }> {
    const end = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
    // No rejection is left unhandled when the timer wins.
    const starting = client.start();
    starting.catch(() => {});
    const patience = new AbortController();
    try {
      await Promise.race([
        starting,
        delay(HELLO_WITHIN_MS, undefined, { signal: patience.signal }).then(async () => {
          await client.disconnect();
          throw new Error('Slack opened the connection and never said hello.');
        }),
      ]);
    } finally {
      patience.abort();
    }
    isConnected = true;
    void end.then(() => {
      isConnected = false;
    });
    return { end };
  }

  async function run(): Promise<void> {
    for (;;) {
      await lost.end;
      for (let attempt = 0; !stopping.signal.aborted; attempt++) {
        const pauseMs = choosePause(attempt, backOff, random());
        await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
        if (stopping.signal.aborted) return;
        try {
          lost = await connect();
          // Told to stop meanwhile: this one would stay open for ever.
          if (stopping.signal.aborted) return void (await client.disconnect());
          onReconnect();
          break;
        } catch (error) {
          const failure = explainSocketFailure(error);
          if (failure instanceof AccessError) return over.resolve(failure);
          log.warn('Slack cannot be connected again yet.', { attempt: attempt + 1, error });
        }
      }
      if (stopping.signal.aborted) return;
    }
  }
}

/**
 * Lets a frame pass that is not what the SDK takes for granted, such as an event without an event. By itself it rejects then
 * where nobody can handle it, which ends the process.
 */
function surviveOddFrames(client: SocketModeClient, log: Log): void {
  const { onWebSocketMessage } = client as unknown as { onWebSocketMessage: (...frame: unknown[]) => Promise<void> };
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (...frame: unknown[]) => {
    try {
      await onWebSocketMessage.apply(client, frame);
    } catch (error) {
      log.warn('Slack sent something that is not understood; it is passed over.', { error });
    }
  });
}
