import type { Log } from '#conversation/ports/log.ts';
import type { Trace } from '#conversation/ports/trace.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { Cause } from '#platforms/discord/calling/refusal-budgets.ts';
import { EventBusyError } from '#traffic/answer-once.ts';
import { createInFlight } from '#traffic/in-flight.ts';

/** Where all listeners hand in their work, so that it can be waited for. */
export interface Listening {
  /** Does the work for an event unless the bot is stopping; whatever it throws is told in the log. */
  readonly handle: (what: string, event: PersonsEvent, work: () => Promise<void>) => void;
  /** Takes no more events, and resolves when those taken have been dealt with. */
  readonly stop: () => Promise<void>;
}

/** Who has done something, and where. */
export interface PersonsEvent {
  readonly userId: string;
  readonly channelId: string | null;
  readonly guildId: string | null;
}

/** What listening works with. */
export interface ListeningParts {
  readonly log: Log;
  readonly trace: Trace;
  readonly guard: Pick<RequestGuard, 'during'>;
}

/** One place for all that Discord's listeners have in hand. */
export function createListening({ log, trace, guard }: ListeningParts): Listening {
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
    handle(what, event, work) {
      if (isStopping) return;
      const causes = findCauses(event);
      void trace(() => inFlight.during(() => guard.during({ causes }, () => workSafely(what, work))));
    },
    async stop() {
      isStopping = true;
      await inFlight.settled();
    },
  };
}

/** To whom it is charged what Discord refuses of an answer. */
export function findCauses({ userId, channelId, guildId }: PersonsEvent): readonly Cause[] {
  return [
    { kind: 'person', id: userId },
    ...(channelId === null ? [] : [{ kind: 'channel' as const, id: channelId }]),
    ...(guildId === null ? [] : [{ kind: 'server' as const, id: guildId }]),
  ];
}
