import { createTask } from 'node-cron';
import type { Log } from '#conversation/ports/log.ts';
import type { Tools } from '#conversation/ports/tools.ts';

const LOOK_EVERY_MS = 5_000;
/** A clock that is off by more, or a wait that took that much longer: the time was set, or the machine slept. */
const JUMP_MS = 5_000;
/** Two ticks may be late; with the third missing, it has died. */
const HEARTBEAT_MS = 3 * 60_000;

/**
 * Calls once a minute, and at once, what never rejects. The tick itself knows no schedule and keeps nothing: when something is due is stored,
 * so one that comes late, or is left out, delays and never loses.
 *
 * Node-cron counts from the time that it saw last. After a clock was set forward it goes through every minute between,
 * after one was set back it waits until that time comes again; so it is begun anew then.
 */
export function startTicking(onTick: () => Promise<void>, { log, now, wait }: Pick<Tools, 'log' | 'now' | 'wait'>) {
  const ending = new AbortController();
  let lastTickMs = now();
  let working: Promise<void> = Promise.resolve();
  const tick = () => {
    lastTickMs = now();
    working = onTick();
    return working;
  };
  let task = start();
  void tick();
  const watching = watch();
  return {
    /** Resolves when the tick that is at work is done. */
    async stop(): Promise<void> {
      ending.abort();
      await task.destroy();
      await watching;
      await working;
    },
  };

  function start() {
    const fresh = createTask('* * * * *', tick, {
      noOverlap: true,
      suppressMissedWarning: true,
      logger: toLogger(log),
    });
    // What comes more than a second late is reported instead of run.
    fresh.on('execution:missed', () => void (now() - lastTickMs < 1000 || tick()));
    void fresh.start();
    return fresh;
  }

  async function watch(): Promise<void> {
    while (!ending.signal.aborted) {
      const expectedMs = now() + LOOK_EVERY_MS;
      await wait(LOOK_EVERY_MS, ending.signal);
      if (ending.signal.aborted) return;
      const hasJumped = Math.abs(now() - expectedMs) > JUMP_MS;
      const isSilent = Math.abs(now() - lastTickMs) > HEARTBEAT_MS;
      if (!hasJumped && !isSilent) continue;
      log.warn(hasJumped ? 'The clock has jumped; the tick is begun anew.' : 'The tick has stopped; it is begun anew.');
      await task.destroy();
      task = start();
      void tick();
    }
  }
}

function toLogger(log: Log) {
  const say = (message: string | Error) => log.debug('The tick has something to say.', { message: String(message) });
  return { info: say, warn: say, error: say, debug: say };
}
