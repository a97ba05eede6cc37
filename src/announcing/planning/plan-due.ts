import type { ChannelPlan } from '#announcing/outbox.ts';
import { findLocalDay } from '#announcing/schedule/local-day.ts';
import { lastDue, nextDue } from '#announcing/schedule/next-due.ts';
import type { Subscription, WeeklySchedule } from '#announcing/subscription.ts';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';
import { hasCome } from '#newsletter/days/parse-moment.ts';
import type { Issue } from '#newsletter/issue.ts';

/** What planning knows of an issue. */
export type DatedIssue = Pick<Issue, 'id' | 'date' | 'isDraft' | 'notBefore' | 'notAfter'>;

/** A channel whose due date has come, and what there is to post. */
export interface DueChannel {
  readonly subscription: Subscription;
  readonly issues: readonly DatedIssue[];
  readonly nowMs: number;
  /** How many days after its due date a post may still come. */
  readonly catchUpDays: number;
}

export interface DuePlan {
  readonly plan: ChannelPlan;
  /** Why nothing is posted; undefined when something is. */
  readonly nothing: 'too-late' | 'nothing-new' | undefined;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What becomes of a due date: the newest issue that the channel has not seen goes out, with those before it as a line
 * each. Of several dates that were missed, one is served; if even the last of them is too long ago, all waits for the next.
 */
export function planDue({ subscription, issues, nowMs, catchUpDays }: DueChannel): DuePlan {
  const { platform, channelId, schedule, nextDueMs: dueMs, seenIssueId = '' } = subscription;
  const step = { platform, channelId, dueMs, nextDueMs: nextDue(schedule, nowMs) };
  const served = Math.max(dueMs, lastDue(schedule, nowMs));
  const leave = (nothing: DuePlan['nothing']) => ({
    plan: { ...step, seenIssueId: undefined, post: undefined },
    nothing,
  });
  if (nowMs - served > catchUpDays * DAY_MS) return leave('too-late');
  const [newest, ...earlier] = listPublished(issues, nowMs, schedule.timeZone).filter((id) =>
    isLaterIssue(id, seenIssueId),
  );
  if (newest === undefined) return leave('nothing-new');
  return {
    plan: { ...step, seenIssueId: newest, post: { issueId: newest, earlierIssueIds: earlier } },
    nothing: undefined,
  };
}

/** The newest issue whose date has come; undefined when there is none. */
export function findNewestPublished(
  issues: readonly DatedIssue[],
  nowMs: number,
  timeZone: string,
): string | undefined {
  return listPublished(issues, nowMs, timeZone)[0];
}

/**
 * What a new channel counts as having seen: all that would have been posted there by now, had it been subscribed before.
 * So it starts with the next issue, and today's is posted today if its hour has not come yet. Where there is no issue yet, it
 * has seen those up to that day: an archive that comes later is no news.
 */
export function findStartingPoint(
  issues: readonly DatedIssue[],
  schedule: WeeklySchedule,
  nowMs: number,
): string | undefined {
  const lastMs = lastDue(schedule, nowMs);
  // A day orders among the ids of issues, before those of that day.
  if (issues.length === 0) return findLocalDay(lastMs, schedule.timeZone);
  return findNewestPublished(issues, lastMs, schedule.timeZone);
}

/** Whether an issue may be posted at a moment: it is no draft, its day has come where the channel is, and it has not ended. */
export function isPublished(
  { date, isDraft, notBefore = '', notAfter }: DatedIssue,
  nowMs: number,
  timeZone: string,
): boolean {
  const today = findLocalDay(nowMs, timeZone);
  const hasEnded = notAfter !== undefined && hasCome(notAfter, nowMs, today);
  return !isDraft && !hasEnded && date.day <= today && hasCome(notBefore, nowMs, today);
}

/** Ids, the newest first. */
function listPublished(issues: readonly DatedIssue[], nowMs: number, timeZone: string): string[] {
  return issues
    .filter((issue) => isPublished(issue, nowMs, timeZone))
    .map(({ id }) => id)
    .sort(compareIssueIds)
    .reverse();
}
