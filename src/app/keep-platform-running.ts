import { AccessError } from '#conversation/access-error.ts';
import type { Log } from '#conversation/log.ts';
import type { RunningPart } from './running-part.ts';
import type { Wait } from './wait.ts';

/** A platform's connection, as its adapter gives it. */
export interface PlatformConnection {
  readonly isConnected: () => boolean;
  /** Hears nothing more, and resolves when what was heard has been answered. */
  readonly stop: () => Promise<void>;
}

/** A platform that is being connected, or is. */
export interface RunningPlatform extends PlatformConnection, RunningPart {
  /** Resolves at the first connection to true; to false when the platform refuses us until somebody mends it. */
  readonly started: Promise<boolean>;
}

const firstPauseMs = 1_000;
const longestPauseMs = 5 * 60_000;

/**
 * Connects a platform, again and again while it can't be reached. A refusal (a wrong token) is told once and not tried
 * again; neither keeps the other platforms from serving.
 */
export function keepPlatformRunning(
  name: string,
  connect: () => Promise<PlatformConnection>,
  { log, random, wait }: { readonly log: Log; readonly random: () => number; readonly wait: Wait },
): RunningPlatform {
  const stopping = new AbortController();
  let connection: PlatformConnection | undefined;
  const started = run();
  return {
    name,
    started,
    isConnected: () => connection?.isConnected() ?? false,
    async stop() {
      stopping.abort();
      await started;
      await connection?.stop();
    },
  };

  async function run(): Promise<boolean> {
    for (let attempt = 0; !stopping.signal.aborted; attempt++) {
      try {
        connection = await connect();
        return true;
      } catch (error) {
        if (error instanceof AccessError) {
          log.error('A platform refuses the bot.', { platform: name, remedy: error.message });
          return false;
        }
        const pauseMs = Math.round(Math.min(longestPauseMs, firstPauseMs * 2 ** attempt) * (0.5 + random() / 2));
        log.warn('A platform cannot be connected yet; it is tried again.', { platform: name, pauseMs, error });
        await wait(pauseMs, stopping.signal);
      }
    }
    return false;
  }
}
