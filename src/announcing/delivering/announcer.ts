import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import { createIssueLane } from './issue-lane.ts';
import type { RunningLane } from './lane.ts';
import { runLane } from './run-lane.ts';
import { runOneAtATime } from './run-one-at-a-time.ts';

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
  const { senders, otherLanes = [], log, now, signal } = parts;
  const issues = runLane(createIssueLane(parts), parts);
  const lanes = [issues, ...otherLanes];
  let lastRoundMs: number | undefined;

  const plan = runOneAtATime(async () => {
    try {
      const planned = await issues.plan();
      if (planned > 0) log.info('Posts are planned.', { planned });
      lastRoundMs = now();
    } catch (error) {
      log.error('The due dates could not be served; the next minute tries again.', { error });
    }
    for (const lane of otherLanes) await planOther(lane);
  });
  const planOther = async (lane: RunningLane) => {
    try {
      const planned = await lane.plan();
      if (planned > 0) log.info('Messages are planned.', { planned });
    } catch (error) {
      log.error('What is to be told could not be planned; the next minute tries again.', { error });
    }
  };
  // Each platform goes at its own pace.
  const deliveries = senders.map((sender) => {
    const drain = async (until: AbortSignal) => {
      let sent = 0;
      for (const lane of lanes) sent += await lane.drain(sender, until);
      return sent;
    };
    const deliverAll = sender.isPacedAsOne ? deliverInTurn(sender, drain, parts) : () => drain(signal);
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
        for (const lane of lanes) await lane.release();
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
function deliverInTurn(
  sender: ChannelSender,
  drain: (until: AbortSignal) => Promise<number>,
  { tryHold, signal, wait }: DeliveryParts,
): () => Promise<number> {
  if (tryHold === undefined) return () => drain(signal);
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
      return await drain(held);
    } finally {
      await turn.release();
    }
  };
}
