import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { drainOutbox } from './drain-outbox.ts';
import { runOneAtATime } from './run-one-at-a-time.ts';
import { serveDueDates } from './serve-due-dates.ts';

/** Looks what is due and sends it. None of it ever rejects. */
export interface Announcer {
  /** Serves the due dates that have come, and begins to send what waits; resolves when the dates are served. */
  readonly tick: () => Promise<void>;
  /** The same, but resolves when nothing is left that can be sent now. */
  readonly runRound: () => Promise<void>;
  /** When due dates were last served without a fault; undefined before the first time. */
  readonly lastRoundMs: () => number | undefined;
  /** Call it when the signal has aborted: finishes what is on the wire, and gives back the rest. */
  readonly stop: () => Promise<void>;
}

/** Makes an announcer over the store, the archive and the platforms' senders. Who calls it how often is the wiring's affair. */
export function createAnnouncer(parts: DeliveryParts): Announcer {
  const { senders, outbox, owner, log, now, signal } = parts;
  let lastRoundMs: number | undefined;

  const plan = runOneAtATime(async () => {
    try {
      const planned = await serveDueDates(parts);
      if (planned > 0) log.info('Posts are planned.', { planned });
      lastRoundMs = now();
    } catch (error) {
      log.error('The due dates could not be served; the next minute tries again.', { error });
    }
  });
  // Each platform goes at its own pace.
  const deliveries = senders.map((sender) => {
    const deliverAll = sender.isPacedAsOne ? deliverInTurn(sender, parts) : () => drainOutbox(sender, parts);
    return runOneAtATime(async () => {
      const { platform } = sender;
      try {
        const sent = await deliverAll();
        if (sent > 0) log.info('Posts are sent.', { platform, sent });
      } catch (error) {
        log.error('Posts could not be sent; the next minute tries again.', { platform, error });
      }
    });
  });
  const deliver = () => Promise.all(deliveries.map((run) => run()));

  return {
    lastRoundMs: () => lastRoundMs,
    async tick() {
      if (signal.aborted) return;
      await plan();
      void deliver();
    },
    async runRound() {
      await plan();
      await deliver();
    },
    async stop() {
      await plan();
      await deliver();
      try {
        await outbox.release(owner, now());
      } catch (error) {
        log.warn('Posts in hand could not be given back; they are taken over when their claims run out.', { error });
      }
    },
  };
}

/** Platforms count by the second, and whoever had the turn before may have sent a second's worth just now. */
const HANDOVER_MS = 1_100;

/**
 * A way to post as the only replica that does, as long as that is certain, which leaves it to another one that is at it. Who
 * takes the turn over from another one lets that one's last second pass.
 */
function deliverInTurn(sender: ChannelSender, parts: DeliveryParts): () => Promise<number> {
  const { tryHold, signal, wait } = parts;
  if (tryHold === undefined) return () => drainOutbox(sender, parts);
  let wasLastOwn = false;
  return async () => {
    const turn = await tryHold(`posting on ${sender.platform}`);
    if (turn === undefined) {
      wasLastOwn = false;
      return 0;
    }
    const held = AbortSignal.any([signal, turn.lost]);
    try {
      if (!wasLastOwn) await wait(HANDOVER_MS, held);
      wasLastOwn = true;
      return await drainOutbox(sender, { ...parts, signal: held });
    } finally {
      await turn.release();
    }
  };
}
