import { EventBusyError } from '#conversation/answer-once.ts';
import { createInFlight } from '#conversation/in-flight.ts';
import type { Log } from '#conversation/log.ts';
import type { Trace } from '#conversation/trace.ts';

/** Where all listeners hand in their work, so that it can be waited for. */
export interface Listening {
  /** Does the work for an event unless the bot is stopping; whatever it throws is told in the log. */
  readonly handle: (what: string, work: () => Promise<void>) => void;
  /** Takes no more events, and resolves when those taken have been dealt with. */
  readonly stop: () => Promise<void>;
}

/** One place for all that Discord's listeners have in hand. */
export function createListening(log: Log, trace: Trace): Listening {
  const inFlight = createInFlight();
  let isStopping = false;
  const workSafely = async (what: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (error instanceof EventBusyError) log.debug('Another process has an event in hand.', { what });
      else log.error('An event could not be answered.', { what, error });
    }
  };
  return {
    handle(what, work) {
      if (isStopping) return;
      void trace(() => inFlight.during(() => workSafely(what, work)));
    },
    async stop() {
      isStopping = true;
      await inFlight.settled();
    },
  };
}
