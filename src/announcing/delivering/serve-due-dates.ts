import type { ChannelPlan } from '#announcing/outbox.ts';
import { planDue } from '#announcing/planning/plan-due.ts';
import type { DeliveryParts } from './delivery-parts.ts';

/** So many channels are planned in one transaction. */
const PLAN_BATCH = 500;

/** Serves every due date that has come on the platforms that are set up; resolves to the number of posts that wait because of it. */
export async function serveDueDates(
  parts: Pick<
    DeliveryParts,
    'subscriptions' | 'outbox' | 'senders' | 'getIssues' | 'lookAnew' | 'catchUpDays' | 'log' | 'now' | 'signal'
  >,
): Promise<number> {
  const { subscriptions, outbox, senders, getIssues, lookAnew, catchUpDays, log, now, signal } = parts;
  const platforms = senders.map(({ platform }) => platform);
  let planned = 0;
  let hasLooked = false;
  while (!signal.aborted) {
    const nowMs = now();
    const due = await subscriptions.listDue(platforms, nowMs, PLAN_BATCH);
    // What nothing told of, such as a file on a mount, is not to wait for the next date.
    if (due.length > 0 && !hasLooked) await lookAnew?.();
    hasLooked ||= due.length > 0;
    const plans: ChannelPlan[] = [];
    for (const subscription of due) {
      const { platform, channelId } = subscription;
      try {
        const { plan, nothing } = planDue({ subscription, issues: getIssues(), nowMs, catchUpDays });
        plans.push(plan);
        if (nothing) log.debug('Nothing is posted on a due date.', { platform, channelId, reason: nothing });
      } catch (error) {
        // Such as a zone that this Node does not know: it must not keep the others from their posts.
        const reason = error instanceof Error ? error.message : String(error);
        await subscriptions.pause(subscription, reason);
        log.error('A schedule cannot be used; its subscription is paused.', { platform, channelId, error });
      }
    }
    planned += await outbox.plan(plans, nowMs);
    // Each plan moves its channel on, so that a full batch is never the same one again.
    if (due.length < PLAN_BATCH) break;
  }
  return planned;
}
