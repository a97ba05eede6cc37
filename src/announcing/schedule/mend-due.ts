import type { Subscription, WeeklySchedule } from '#announcing/subscription.ts';
import { eachSubscription, type SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { lastDue, nextDue } from './next-due.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A week to the next date, and a week by which a clock may be set back: what is further off, a wrong clock has stored. */
const FARTHEST_DUE_MS = 15 * DAY_MS;

/**
 * A stored due date as it should be: unchanged, unless the zone has new rules by now, or the clock has been set back by
 * more than a week since. Within that week no date comes up again that was served.
 */
export function mendDue(schedule: WeeklySchedule, storedMs: number, nowMs: number): number {
  if (storedMs <= nowMs) return storedMs;
  const before = lastDue(schedule, storedMs);
  const after = nextDue(schedule, storedMs);
  const nearest = storedMs - before <= after - storedMs ? before : after;
  return nearest - nowMs > FARTHEST_DUE_MS ? nextDue(schedule, nowMs) : nearest;
}

/** Mends every stored due date that is not what it should be: after a start, and after the clock was set back. */
export async function mendStoredDates({
  subscriptions,
  log,
  now,
}: { readonly subscriptions: SubscriptionRegistry } & Pick<Tools, 'log' | 'now'>): Promise<void> {
  for await (const subscription of eachSubscription(subscriptions)) {
    const { platform, channelId, nextDueMs: dueMs } = subscription;
    const nextDueMs = findMended(subscription, now());
    if (nextDueMs === dueMs) continue;
    const isMended = await subscriptions.advance(subscription, { dueMs, nextDueMs, seenIssueId: undefined });
    if (isMended) log.warn('A due date was off and is mended.', { platform, channelId, dueMs, nextDueMs });
  }
}

function findMended({ schedule, nextDueMs }: Subscription, nowMs: number): number {
  try {
    return mendDue(schedule, nextDueMs, nowMs);
  } catch {
    // A schedule that cannot be used is told when it is due.
    return nextDueMs;
  }
}
