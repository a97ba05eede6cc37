import type { IncomingHttpHeaders } from 'node:http';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Trace } from '#conversation/ports/trace.ts';
import { clockRemedy } from '#platforms/slack/calling/logger.ts';
import { EventBusyError } from '#traffic/answer-once.ts';

/** Slack waits 3 s; this leaves a second for the way back. */
const LATEST_ACK_MS = 2_000;

/** As Slack asks: in both directions. Bolt looks at the past only. */
const CLOCKS_DIFFER_MS = 5 * 60_000;
const sentProperty = 'sentMs';

/** Thrown for a request whose signed time lies in the future. */
export class ForeignClockError extends Error {
  override readonly name = 'ForeignClockError';
}

/** Notes down when a request was sent, as its signature has it. */
export function noteSentTime({ headers }: { readonly headers: IncomingHttpHeaders }): { [sentProperty]: number } {
  return { [sentProperty]: Number(headers['x-slack-request-timestamp']) * 1000 };
}

const acknowledgedProperty = 'isAcknowledged';

/** Tells, from an event's context, whether it has been acknowledged by now: then it does not come again. */
export function readAcknowledged(context: object): () => boolean {
  return (context as { [acknowledgedProperty]?: () => boolean })[acknowledgedProperty] ?? (() => false);
}

/**
 * A receiver that acknowledges an event when it has been answered, so that Slack delivers it again when answering
 * failed, but never later than Slack waits. Bolt by itself acknowledges first: an answer that fails then is lost.
 * Commands and interactions are not events: their handlers acknowledge at once.
 */
export function answerBeforeAck(
  receiver: Receiver,
  { log, trace, now }: Pick<Tools, 'log' | 'now'> & { readonly trace: Trace },
): Receiver {
  return {
    init: (app) => receiver.init({ processEvent: (event: ReceiverEvent) => trace(() => tell(app, event)) } as App),
    start: (...args) => receiver.start(...args),
    stop: (...args) => receiver.stop(...args),
  };

  async function tell(app: App, event: ReceiverEvent): Promise<void> {
    try {
      await process(app, event);
    } catch (error) {
      // Bolt wraps what it does not know.
      const { original = error } = error as { original?: unknown };
      if (!(original instanceof EventBusyError || original instanceof ForeignClockError))
        log.error('An event was not answered.', { error: original });
      throw error;
    }
  }

  async function process(app: App, event: ReceiverEvent): Promise<void> {
    if (typeof event.body !== 'object' || event.body === null) {
      return log.warn('Slack sent something that is not understood; it is passed over.', {});
    }
    if (Number(event.customProperties?.[sentProperty]) - now() > CLOCKS_DIFFER_MS) {
      log.warn('A request bears a time in the future; it is refused.', { remedy: clockRemedy });
      throw new ForeignClockError('The time of a request lies in the future.');
    }
    if (event.body.type === 'app_rate_limited') {
      log.warn('Slack holds events back: the app gets more in an hour than Slack delivers.', {
        teamId: event.body.team_id,
      });
      return event.ack();
    }
    if (event.body.type !== 'event_callback') return app.processEvent(event);
    let isAcknowledged = false;
    const acknowledge = async () => {
      if (isAcknowledged) return;
      isAcknowledged = true;
      // A connection that is gone by now loses the acknowledgement only: the event comes again and is found answered.
      await event.ack().catch((error: unknown) => log.debug('An acknowledgement was lost.', { error }));
    };
    const timer = setTimeout(acknowledge, LATEST_ACK_MS);
    try {
      const customProperties = { ...event.customProperties, [acknowledgedProperty]: () => isAcknowledged };
      await app.processEvent({ ...event, ack: async () => {}, customProperties });
      await acknowledge();
    } finally {
      clearTimeout(timer);
    }
  }
}
