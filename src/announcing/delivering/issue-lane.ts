import { findWordsKey } from '#announcing/correcting/find-corrections.ts';
import { composePost } from '#announcing/digest/compose-post.ts';
import type { ClaimedPost } from '#announcing/outbox.ts';
import { isPublished } from '#announcing/planning/plan-due.ts';
import { takeBack } from '#announcing/planning/take-back.ts';
import type { Subscription } from '#announcing/subscription.ts';
import type { DeliveryParts } from './delivery-parts.ts';
import type { Composed, Lane } from './lane.ts';
import { serveDueDates } from './serve-due-dates.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** New issues, on their way to the channels that subscribed to them. */
export function createIssueLane(parts: DeliveryParts): Lane<ClaimedPost> {
  const { outbox, subscriptions, posted, now } = parts;
  return {
    queue: outbox,
    plan: () => serveDueDates(parts),
    async compose(claimed) {
      const composed = composeIssue(claimed, await subscriptions.find(claimed), parts);
      // Before it is sent: what is sent and not noted could not be corrected.
      const wordsKey = composed.post && findWordsKey(claimed, parts.getIssues(), parts.factsOf);
      // Of earlier words that may stand there by now, nobody knows better.
      const isFirst = claimed.unsureSinceMs === undefined && claimed.messageId === undefined;
      if (wordsKey !== undefined) await posted?.[isFirst ? 'replace' : 'note'](claimed.id, wordsKey, now());
      return composed;
    },
    async giveUp(claimed, reason) {
      const subscription = await subscriptions.find(claimed);
      if (subscription === undefined) await outbox.skip(claimed, reason);
      else await takeBack(claimed, subscription, reason, parts);
    },
    closeDestination: (claimed, reason) => subscriptions.pause(claimed, reason),
    describe: ({ platform, channelId, issueId }) => ({ platform, channelId, issueId }),
    words: {
      sent: 'An issue is announced.',
      closed: 'A channel cannot be posted in; its subscription is paused.',
    },
  };
}

function composeIssue(claimed: ClaimedPost, subscription: Subscription | undefined, parts: DeliveryParts): Composed {
  const { getIssues, factsOf, catchUpDays, now } = parts;
  if (subscription === undefined) return { reason: 'The channel no longer wants new issues.' };
  const { workspaceId, roleToPing, pausedReason } = subscription;
  if (pausedReason !== undefined) return { reason: pausedReason };
  if (now() - claimed.plannedMs > catchUpDays * DAY_MS) {
    return { reason: `It could not be sent for ${catchUpDays} days. The next due date looks at it anew.` };
  }
  const { timeZone } = subscription.schedule;
  const composed = composePost(claimed, getIssues(), factsOf, (issue) => isPublished(issue, now(), timeZone));
  if (composed.problem !== undefined) return { reason: composed.problem };
  const { response, title } = composed;
  const { id, channelId } = claimed;
  return { post: { id, channelId, workspaceId, roleToPing, response, title, sentAs: claimed.messageId } };
}
