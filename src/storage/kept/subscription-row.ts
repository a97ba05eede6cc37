import type { Subscription } from '#announcing/subscription.ts';
import type { SubscriptionRow } from '#storage/tables.ts';

/** A subscription as it is stored. */
export function toSubscriptionRow(subscription: Subscription): SubscriptionRow {
  return {
    platform: subscription.platform,
    channel_id: subscription.channelId,
    workspace_id: subscription.workspaceId,
    day_of_week: subscription.schedule.dayOfWeek,
    minute_of_day: subscription.schedule.minuteOfDay,
    time_zone: subscription.schedule.timeZone,
    role_to_ping: subscription.roleToPing ?? null,
    origin: subscription.origin,
    next_due_ms: subscription.nextDueMs,
    seen_issue_id: subscription.seenIssueId ?? null,
    paused_reason: subscription.pausedReason ?? null,
    created_ms: subscription.createdMs,
  };
}

/** A stored subscription as the rest of the program knows it. */
export function fromSubscriptionRow(row: SubscriptionRow): Subscription {
  return {
    platform: row.platform,
    channelId: row.channel_id,
    workspaceId: row.workspace_id,
    schedule: { dayOfWeek: row.day_of_week, minuteOfDay: row.minute_of_day, timeZone: row.time_zone },
    roleToPing: row.role_to_ping ?? undefined,
    origin: row.origin,
    nextDueMs: row.next_due_ms,
    seenIssueId: row.seen_issue_id ?? undefined,
    pausedReason: row.paused_reason ?? undefined,
    createdMs: row.created_ms,
  };
}
