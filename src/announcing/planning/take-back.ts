import type { ClaimedPost, Outbox } from '#announcing/outbox.ts';
import type { Subscription } from '#announcing/subscription.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { DatedIssue } from './plan-due.ts';

export interface TakeBackParts {
  readonly outbox: Pick<Outbox, 'skip'>;
  readonly subscriptions: Pick<SubscriptionRegistry, 'advance'>;
  readonly getIssues: () => readonly DatedIssue[];
}

/**
 * Gives up a post that is certainly not sent, so that nothing of it is lost: the channel counts as not having seen it,
 * and its next due date looks at it anew.
 */
export async function takeBack(
  post: ClaimedPost,
  subscription: Subscription,
  reason: string,
  { outbox, subscriptions, getIssues }: TakeBackParts,
): Promise<void> {
  const { seenIssueId, nextDueMs } = subscription;
  // Something newer was planned since: it alone decides now what the channel has seen.
  if (seenIssueId === post.issueId) {
    const oldest = post.earlierIssueIds.at(-1) ?? post.issueId;
    const before = getIssues()
      .map(({ id }) => id)
      .filter((id) => isLaterIssue(oldest, id))
      .sort(compareIssueIds)
      .at(-1);
    const step = { dueMs: nextDueMs, nextDueMs, seenIssueId: before ?? '' };
    await subscriptions.advance(post, step);
  }
  await outbox.skip(post, reason);
}
