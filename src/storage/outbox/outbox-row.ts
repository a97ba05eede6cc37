import type { ClaimedPost, OutboxPost } from '#announcing/outbox.ts';
import type { OutboxRow } from '#storage/tables.ts';

/** A stored post as the rest of the program knows it. */
export function fromOutboxRow(row: OutboxRow): OutboxPost {
  return {
    ...fromContentColumns(row),
    state: row.state,
    owner: row.owner ?? undefined,
    nextTryMs: row.next_try_ms ?? undefined,
    messageId: row.message_id ?? undefined,
    reason: row.reason ?? undefined,
    sentMs: row.sent_ms ?? undefined,
  };
}

/** A post that was just claimed by `owner`, for whoever sends it. */
export function toClaimedPost(row: OutboxRow, owner: string): ClaimedPost {
  return { ...fromContentColumns(row), owner, messageId: row.message_id ?? undefined };
}

function fromContentColumns(row: OutboxRow) {
  return {
    id: row.id,
    platform: row.platform,
    channelId: row.channel_id,
    issueId: row.issue_id,
    earlierIssueIds: JSON.parse(row.earlier_issue_ids) as string[],
    dueMs: row.due_ms,
    attempts: row.attempts,
    unsureSinceMs: row.unsure_since_ms ?? undefined,
    plannedMs: row.planned_ms,
  };
}
