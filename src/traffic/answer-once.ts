import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { EVENT_LEASE_MS, type HandledEvents } from '#conversation/ports/handled-events.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { everybodysTurn, type TakeTurn } from './turns.ts';

/** What answering an event exactly once needs from the outside. */
export interface AnswerOnceParts extends Pick<Tools, 'log' | 'now' | 'wait'> {
  readonly events: HandledEvents;
  /** How many are answered at once: in a rush all of them would otherwise be late. Nobody waits when it is left out. */
  readonly takeTurn?: TakeTurn;
}

/** Something that people did on a platform and wait for an answer to. */
export interface PlatformEvent {
  /** The same at each delivery, to whichever process. */
  readonly key: string;
  /** Whether the platform delivers it again until it is acknowledged. Where it does not, this is the one chance to answer. */
  readonly comesAgain: boolean;
  /** Whether it has been acknowledged by now, and so does not come again; never when left out. */
  readonly isAcknowledged?: () => boolean;
}

/** What whoever answers an event has in hand. */
export interface EventInHand {
  /** The answer is composed: others may take their turn while it waits to be sent. */
  readonly endTurn: () => void;
  /**
   * Call it when the answer leaves, after all waiting: a process that was frozen may have lost the event meanwhile.
   *
   * @throws EventLostError when somebody else has the event by now.
   */
  readonly confirm: () => Promise<void>;
}

/** Thrown for an event that somebody else has in hand: do not acknowledge it, so that it comes again if they fail. */
export class EventBusyError extends Error {
  override readonly name = 'EventBusyError';
}

/** Thrown for an event that somebody else has taken over: whatever they do, it is theirs. */
class EventLostError extends Error {
  override readonly name = 'EventLostError';
}

/** The pause before the next try of what certainly did not arrive; each further one is four times as long. */
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** For what comes again: ends the tries before anybody else may take the event over. */
const PATIENCE_MS = EVENT_LEASE_MS - 15_000;
/** For what does not come again: a platform that is away for longer, nobody waits for. */
const LAST_CHANCE_MS = 60 * 60_000;
/** So soon after it was taken or renewed a claim is certainly still one's own. */
const FRESH_MS = 10_000;

/**
 * Does the work for an event that may be delivered more than once. What was certainly not sent is tried again: as long as
 * the lease, and then given back, where the event comes again; for an hour where it does not. What may have been sent counts
 * as done, since a second answer is worse than none.
 *
 * While the store fails, an event that comes again is left to come again; one that does not is answered unclaimed.
 *
 * @throws EventBusyError when another delivery of the event is being answered.
 * @throws whatever the store threw, for an event that comes again.
 * @throws whatever the last try threw, when the event was given back.
 */
export async function answerOnce(
  { key: eventKey, comesAgain, isAcknowledged = () => false }: PlatformEvent,
  work: (hand: EventInHand) => Promise<void>,
  parts: AnswerOnceParts,
): Promise<void> {
  const { events, log, now, wait, takeTurn = everybodysTurn } = parts;
  // Before the event is taken: who waits for a turn holds no event that somebody else could answer.
  let endTurn = await takeTurn();
  try {
    const claimedMs = now();
    const claim = await takeEvent(claimedMs);
    if (claim === 'done') return;
    if (claim === 'busy') throw new EventBusyError('Another delivery of this event is being answered.');
    await answerTaken(claim === 'mine', claimedMs);
  } finally {
    endTurn();
  }

  async function takeEvent(nowMs: number) {
    try {
      return await events.claim(eventKey, nowMs);
    } catch (error) {
      if (comesAgain && !isAcknowledged()) throw error;
      log.warn('The store failed; an event is answered without being claimed.', { eventKey, error });
      return 'unclaimed';
    }
  }

  async function answerTaken(isClaimed: boolean, startedMs: number): Promise<void> {
    log.debug('An event is taken.', { eventKey });
    const hand: EventInHand = {
      endTurn: () => endTurn(),
      confirm: isClaimed ? confirmFrom(startedMs) : async () => {},
    };
    let isStopping = false;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 4)) {
      try {
        await work(hand);
        log.debug('An event is answered.', { eventKey, elapsedMs: now() - startedMs });
        return await finish(isClaimed);
      } catch (error) {
        if (error instanceof EventLostError)
          return log.warn('An event was taken over by another process.', { eventKey });
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
        const untilMs = startedMs + (comesAgain && !isAcknowledged() ? PATIENCE_MS : LAST_CHANCE_MS);
        if (failure === undefined || isStopping || now() + nextMs > untilMs) {
          await release(isClaimed);
          throw error;
        }
        endTurn();
        const pausedMs = now();
        await wait(nextMs);
        // Woken early: one more try, and no further pause would be one.
        isStopping = now() - pausedMs < nextMs / 2;
        endTurn = await takeTurn();
      }
    }
  }

  function confirmFrom(claimedMs: number): () => Promise<void> {
    let heldMs = claimedMs;
    return async () => {
      // Again when the answer of the store was long in coming: the process may have been frozen just then.
      while (events.extend !== undefined && now() - heldMs > FRESH_MS) {
        const askedMs = now();
        try {
          if (!(await events.extend(eventKey, askedMs)))
            throw new EventLostError('Somebody else has this event by now.');
        } catch (error) {
          // Until the lease ends it is nobody else's, store or not.
          if (error instanceof EventLostError || now() - heldMs > PATIENCE_MS) throw toUnsent(error);
          return log.warn('An event could not be kept; it is answered all the same.', { eventKey, error });
        }
        heldMs = askedMs;
      }
    };
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

/** A store that fails says nothing against what is to be sent. */
function toUnsent(error: unknown): unknown {
  if (error instanceof EventLostError) return error;
  return new DeliveryError('try-later', 'The store does not say whose the event is.', { cause: error });
}
