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

/** Something that people did on a platform and wait for an answer to. */
export interface PlatformEvent {
  /** The same at each delivery, to whichever process. */
  readonly key: string;
  /** Whether the platform delivers it again until it is acknowledged. Where it does not, this is the one chance to answer. */
  readonly comesAgain: boolean;
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
 * While the store fails, an event that comes again is left to come again; one that does not is answered unclaimed.
 *
 * @throws EventBusyError when another delivery of the event is being answered.
 * @throws whatever the store threw, for an event that comes again.
 * @throws whatever the last try threw, when the event was given back.
 */
export async function answerOnce(
  { key: eventKey, comesAgain }: PlatformEvent,
  work: () => Promise<void>,
  parts: AnswerOnceParts,
): Promise<void> {
  const { events, log, now, wait, takeTurn = everybodysTurn } = parts;
  // Before the event is taken: who waits for a turn holds no event that somebody else could answer.
  let endTurn = await takeTurn();
  try {
    const claim = await takeEvent();
    if (claim === 'done') return;
    if (claim === 'busy') throw new EventBusyError('Another delivery of this event is being answered.');
    await answerTaken(claim === 'mine');
  } finally {
    endTurn();
  }

  async function takeEvent() {
    try {
      return await events.claim(eventKey, now());
    } catch (error) {
      if (comesAgain) throw error;
      log.warn('The store failed; an event is answered without being claimed.', { eventKey, error });
      return 'unclaimed';
    }
  }

  async function answerTaken(isClaimed: boolean): Promise<void> {
    const startedMs = now();
    log.debug('An event is taken.', { eventKey });
    for (let pauseMs = firstPauseMs; ; pauseMs *= 4) {
      try {
        await work();
        log.debug('An event is answered.', { eventKey, elapsedMs: now() - startedMs });
        return await finish(isClaimed);
      } catch (error) {
        const failure = error instanceof DeliveryError ? error : undefined;
        if (failure?.mayHaveArrived) {
          log.warn('An answer may not have arrived; it is not sent again.', { eventKey, error });
          return await finish(isClaimed);
        }
        if (failure && failure.reason !== 'try-later') {
          log.warn('An answer could not be sent.', { eventKey, reason: failure.reason, error });
          return await finish(isClaimed);
        }
        const nextMs = Math.max(pauseMs, failure?.retryAfterMs ?? 0);
        if (failure === undefined || now() + nextMs - startedMs > patienceMs) {
          await release(isClaimed);
          throw error;
        }
        endTurn();
        await wait(nextMs);
        endTurn = await takeTurn();
      }
    }
  }

  /** Whoever heard of a failure here would deliver the event again, and it is answered. */
  async function finish(isClaimed: boolean): Promise<void> {
    if (!isClaimed) return;
    try {
      await events.finish(eventKey, now());
    } catch (error) {
      log.warn('That an event is answered could not be kept.', { eventKey, error });
    }
  }

  /** Why the work failed is what must be heard of, not that the store failed as well: the claim runs out by itself. */
  async function release(isClaimed: boolean): Promise<void> {
    if (!isClaimed) return;
    try {
      await events.release(eventKey);
    } catch (error) {
      log.warn('An event could not be given back; its claim runs out.', { eventKey, error });
    }
  }
}
