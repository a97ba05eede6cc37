import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { ClaimedItem } from '#announcing/outbox.ts';
import { deliverPost } from './deliver-post.ts';
import type { RunningParts } from './delivery-parts.ts';
import { POST_LEASE_MS } from './keep-lease.ts';
import type { Lane, RunningLane } from './lane.ts';

/** So many refusals one after the other are the bot's fault, not the channels': going on would only anger the platform. */
const MAX_REFUSALS_IN_AROW = 10;
const TELL_EVERY_MS = 30_000;

/** Sets a lane to work. */
export function runLane<Item extends ClaimedItem>(lane: Lane<Item>, parts: RunningParts): RunningLane {
  return {
    plan: lane.plan,
    drain: (sender, signal) => drainLane(lane, sender, { ...parts, signal }),
    release: () => lane.queue.release(parts.owner, parts.now()),
  };
}

/** Sends what may be sent now on one platform of one kind; resolves, when nothing is left, to how many were sent. */
async function drainLane<Item extends ClaimedItem>(
  lane: Lane<Item>,
  sender: ChannelSender,
  parts: RunningParts,
): Promise<number> {
  const { platform, maxConcurrent } = sender;
  const { queue } = lane;
  const { owner, log, now, signal } = parts;
  const running = new Set<Promise<void>>();
  let sent = 0;
  let refusals = 0;
  let toldMs = now();

  const begin = (post: Item, claimedMs: number) => {
    const work = deliverPost(post, claimedMs, { lane, sender, parts }).then((result) => {
      running.delete(work);
      if (result === 'sent') sent++;
      refusals = result === 'refused' ? refusals + 1 : 0;
    });
    running.add(work);
  };

  try {
    while (!signal.aborted && refusals < MAX_REFUSALS_IN_AROW) {
      const limit = maxConcurrent - running.size;
      const nowMs = now();
      const posts = await queue.claim({ platforms: [platform], limit, nowMs, leaseMs: POST_LEASE_MS, owner });
      // What was claimed at the very moment of the stop is given back with the rest.
      if (signal.aborted || (posts.length === 0 && running.size === 0)) break;
      for (const post of posts) begin(post, nowMs);
      if (posts.length === 0 || running.size >= maxConcurrent) await Promise.race(running);
      if (now() - toldMs >= TELL_EVERY_MS) {
        toldMs = now();
        log.info('Announcing goes on.', { platform, sent });
      }
    }
    if (refusals >= MAX_REFUSALS_IN_AROW) {
      log.error('A platform refuses one post after the other; announcing there pauses for a minute.', { platform });
    }
  } finally {
    await Promise.all(running);
  }
  return sent;
}
