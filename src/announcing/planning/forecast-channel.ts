import type { OutboxPost } from '#announcing/outbox.ts';
import { findLocalDay } from '#announcing/schedule/local-day.ts';
import { nextDue } from '#announcing/schedule/next-due.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';
import { hasCome } from '#newsletter/days/parse-moment.ts';
import { type DatedIssue, type DueChannel, isPublished, planDue } from './plan-due.ts';

/** What will happen in a channel, as things are now. */
export type ChannelForecast =
  | {
      readonly kind: 'post';
      readonly atMs: number;
      readonly issueId: string;
      readonly earlierIssueIds: readonly string[];
    }
  /** On the date that comes next nothing is posted. */
  | { readonly kind: 'nothing-new'; readonly atMs: number }
  | { readonly kind: 'paused'; readonly reason: string };

/** What the next date brings, or this very moment if a date has come already. */
export function forecastChannel(due: DueChannel): ChannelForecast {
  const { subscription, nowMs } = due;
  if (subscription.pausedReason !== undefined) return { kind: 'paused', reason: subscription.pausedReason };
  const atMs = Math.max(nowMs, subscription.nextDueMs);
  const { plan, nothing } = planDue({ ...due, nowMs: atMs });
  if (plan.post) return { kind: 'post', atMs, ...plan.post };
  if (nothing === 'nothing-new') return { kind: 'nothing-new', atMs };
  return forecastChannel({ ...due, subscription: { ...subscription, nextDueMs: plan.nextDueMs } });
}

/** What becomes of one issue in a channel: a post to come, the post that there is, or why there is none. */
export type IssueForecast =
  | ChannelForecast
  | { readonly kind: 'planned-before'; readonly post: OutboxPost }
  | { readonly kind: 'draft' }
  | { readonly kind: 'seen'; readonly seenIssueId: string }
  | { readonly kind: 'far-off'; readonly day: string }
  | { readonly kind: 'ended'; readonly day: string };

const MAX_WEEKS = 60;

/** Follows one issue to the date on which it is posted in a channel. `post` is that of the issue, if it was ever planned. */
export function forecastIssue(due: DueChannel, issue: DatedIssue, post: OutboxPost | undefined): IssueForecast {
  const { subscription, nowMs } = due;
  const { schedule, seenIssueId = '', pausedReason } = subscription;
  if (post !== undefined && post.state !== 'skipped') return { kind: 'planned-before', post };
  if (issue.isDraft) return { kind: 'draft' };
  if (!isLaterIssue(issue.id, seenIssueId)) return { kind: 'seen', seenIssueId };
  if (pausedReason !== undefined) return { kind: 'paused', reason: pausedReason };
  let nextDueMs = subscription.nextDueMs;
  for (let week = 0; week < MAX_WEEKS; week++) {
    const atMs = Math.max(nowMs, nextDueMs);
    if (isPublished(issue, atMs, schedule.timeZone)) {
      const forecast = forecastChannel({ ...due, subscription: { ...subscription, nextDueMs } });
      if (forecast.kind !== 'nothing-new') return forecast;
    }
    nextDueMs = nextDue(schedule, atMs);
  }
  const { date, notBefore = '', notAfter } = issue;
  if (notAfter !== undefined && hasCome(notAfter, nowMs, findLocalDay(nowMs, schedule.timeZone)))
    return { kind: 'ended', day: notAfter.slice(0, 10) };
  return { kind: 'far-off', day: notBefore > date.day ? notBefore.slice(0, 10) : date.day };
}
