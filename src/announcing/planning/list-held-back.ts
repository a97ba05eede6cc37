import { findLocalDay } from '#announcing/schedule/local-day.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';
import type { ChannelForecast } from './forecast-channel.ts';
import type { DatedIssue } from './plan-due.ts';

/** An issue that does not go out on a date, and why. */
export interface HeldBack {
  readonly issueId: string;
  readonly why: 'draft' | 'later' | 'seen';
  /** The issue's own. */
  readonly day: string;
}

/**
 * The newest issues that the forecast leaves out, the newest first: what an editor may be waiting for. Of those that the
 * channel has seen, one stands for all before it.
 */
export function listHeldBack(
  { seenIssueId = '', schedule }: Pick<Subscription, 'seenIssueId' | 'schedule'>,
  issues: readonly DatedIssue[],
  forecast: ChannelForecast,
  limit: number,
): readonly HeldBack[] {
  if (forecast.kind === 'paused') return [];
  const posted = forecast.kind === 'post' ? [forecast.issueId, ...forecast.earlierIssueIds] : [];
  const today = findLocalDay(forecast.atMs, schedule.timeZone);
  const left = issues
    .toSorted((a, b) => compareIssueIds(b.id, a.id))
    .filter(({ id }) => !posted.includes(id) && isLaterIssue(id, posted[0] ?? ''))
    .slice(0, limit)
    .map(({ id, date, isDraft }) => ({ issueId: id, why: findReason(id, date.day, isDraft), day: date.day }));
  const firstSeen = left.findIndex(({ why }) => why === 'seen');
  return firstSeen < 0 ? left : left.slice(0, firstSeen + 1);

  function findReason(id: string, day: string, isDraft: boolean): HeldBack['why'] {
    if (isDraft) return 'draft';
    return !isLaterIssue(id, seenIssueId) || day <= today ? 'seen' : 'later';
  }
}
