import type { Subscription } from '#announcing/subscription.ts';
import { eachSubscription, type SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { mendDue } from './mend-due.ts';

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
