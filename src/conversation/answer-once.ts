import { DeliveryError } from './delivery-error.ts';
import { eventLeaseMs, type HandledEvents } from './handled-events.ts';
import type { Log } from './log.ts';
import { everybodysTurn, type TakeTurn } from './turns.ts';

/** What answering an event exactly once needs from the outside. */
export interface AnswerOnceParts {
  readonly events: HandledEvents;
  readonly log: Log;
  readonly now: () => number;
  /** Resolves after so many milliseconds; early when the process stops. */
  readonly wait: (ms: number) => Promise<void>;
  /** How many are answered at once: in a rush all of them would otherwise be late. Nobody waits when it is left out. */
  readonly takeTurn?: TakeTurn;
}

/** Thrown for an event that somebody else has in hand: do not acknowledge it, so that it comes again if they fail. */
export class EventBusyError extends Error {
  override readonly name = 'EventBusyError';
}

/** The pause before the next try of what certainly did not arrive; each further one is four times as long. */
const firstPauseMs = 500;
/** Ends the tries before anybody else may take the event over. */
const patienceMs = eventLeaseMs - 15_000;

/**
 * Does the work for an event that may be delivered more than once. What was certainly not sent is tried again, and is
 * given back when all tries fail; what may have been sent counts as done, since a second answer is worse than none.
 *
 * @throws EventBusyError when another delivery of the event is being answered.
 * @throws whatever the last try threw, when the event was given back.
 */
export async function answerOnce(eventKey: string, work: () => Promise<void>, parts: AnswerOnceParts): Promise<void> {
  const { events, log, now, wait, takeTurn = everybodysTurn } = parts;
  // Before the event is taken: who waits for a turn holds no event that somebody else could answer.
  let endTurn = await takeTurn();
  try {
    const claim = await events.claim(eventKey, now());
    if (claim === 'done') return;
    if (claim === 'busy') throw new EventBusyError('Another delivery of this event is being answered.');
    await answerTaken();
  } finally {
    endTurn();
  }

  async function answerTaken(): Promise<void> {
    const startedMs = now();
    log.debug('An event is taken.', { eventKey });
    for (let pauseMs = firstPauseMs; ; pauseMs *= 4) {
      try {
        await work();
        log.debug('An event is answered.', { eventKey, elapsedMs: now() - startedMs });
        return await finish();
      } catch (error) {
        const failure = error instanceof DeliveryError ? error : undefined;
        if (failure?.mayHaveArrived) {
          log.warn('An answer may not have arrived; it is not sent again.', { eventKey, error });
          return await finish();
        }
        if (failure && failure.reason !== 'try-later') {
          log.warn('An answer could not be sent.', { eventKey, reason: failure.reason, error });
          return await finish();
        }
        const nextMs = Math.max(pauseMs, failure?.retryAfterMs ?? 0);
        if (failure === undefined || now() + nextMs - startedMs > patienceMs) {
          await events.release(eventKey);
          throw error;
        }
        endTurn();
        await wait(nextMs);
        endTurn = await takeTurn();
      }
    }
  }

  /** Whoever heard of a failure here would deliver the event again, and it is answered. */
  async function finish(): Promise<void> {
    try {
      await events.finish(eventKey, now());
    } catch (error) {
      log.warn('That an event is answered could not be kept.', { eventKey, error });
    }
  }
}
