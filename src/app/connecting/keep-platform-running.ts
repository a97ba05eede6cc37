import type { RunningPart } from '#app/process/running-part.ts';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { PlatformConnection } from '#platforms/chat-platform.ts';
import { choosePause } from '#traffic/back-off.ts';

/** A platform that is being connected, or is. */
export interface RunningPlatform extends RunningPart {
  readonly isConnected: () => boolean;
  /** Resolves at the first connection to true; to false when the platform refuses us until somebody mends it. */
  readonly started: Promise<boolean>;
  /** Resolves when the platform refuses us, or is stopped: it is not tried again. */
  readonly ended: Promise<void>;
}

const backOff = { firstMs: 1_000, longestMs: 5 * 60_000 };
const remedy = 'If it stays so, look whether this machine reaches the platform: "npm run -s doctor" does.';

/**
 * Connects a platform, again and again while it can't be reached or breaks down. A refusal (a wrong token) is told once
 * and not tried again; neither keeps the other platforms from serving.
 */
export function keepPlatformRunning(
  name: string,
  connect: () => Promise<PlatformConnection>,
  { log, random, wait }: Pick<Tools, 'log' | 'random' | 'wait'>,
): RunningPlatform {
  const stopping = new AbortController();
  const { signal } = stopping;
  const isStopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  const hasStarted = Promise.withResolvers<boolean>();
  let connection: PlatformConnection | undefined;
  const ended = run().finally(() => hasStarted.resolve(false));
  return {
    name,
    started: hasStarted.promise,
    ended,
    isConnected: () => connection?.isConnected() ?? false,
    async stop() {
      stopping.abort();
      await ended;
    },
  };

  async function run(): Promise<void> {
    for (let attempt = 0; !signal.aborted; attempt++) {
      try {
        const connecting = connect();
        await Promise.race([connecting, isStopped]);
        if (signal.aborted) return abandon(connecting);
        connection = await connecting;
        hasStarted.resolve(true);
        const sinceMs = performance.now();
        const reason = await Promise.race([isStopped, connection.whenOver ?? isStopped]);
        await endConnection(connection);
        if (signal.aborted) return;
        // One that held for a while begins anew; one that breaks again and again is tried ever more slowly.
        if (performance.now() - sinceMs > backOff.longestMs) attempt = 0;
        throw reason;
      } catch (error) {
        if (error instanceof AccessError) {
          log.error('A platform refuses the bot.', { platform: name, remedy: error.message });
          return;
        }
        const pauseMs = choosePause(attempt, backOff, random());
        log.warn('A platform is not connected; it is tried again.', { platform: name, pauseMs, remedy, error });
        await wait(pauseMs, signal);
      }
    }
  }

  /** Stopping does not wait for a connection that may never come about. */
  function abandon(connecting: Promise<PlatformConnection>): void {
    connecting.then(endConnection, () => {});
  }

  async function endConnection(over: PlatformConnection): Promise<void> {
    connection = undefined;
    try {
      await over.stop();
    } catch (error) {
      log.warn('A connection did not end as it should.', { platform: name, error });
    }
  }
}
