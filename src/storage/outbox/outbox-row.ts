import type { ClaimedPost, OutboxPost } from '#announcing/outbox.ts';
import type { OutboxRow } from '#storage/tables.ts';
import { itemOf } from './stored-queue.ts';

/** A stored post as the rest of the program knows it. */
export function fromOutboxRow(row: OutboxRow): OutboxPost {
  return {
    ...toClaimedPost(row, ''),
    owner: row.owner ?? undefined,
    state: row.state,
    nextTryMs: row.next_try_ms ?? undefined,
    reason: row.reason ?? undefined,
    sentMs: row.sent_ms ?? undefined,
  };
}

/** A post that was just claimed by `owner`, for whoever sends it. */
export function toClaimedPost(row: OutboxRow, owner: string): ClaimedPost {
  const earlierIssueIds = JSON.parse(row.earlier_issue_ids) as string[];
  return { ...itemOf(row), owner, earlierIssueIds, dueMs: row.due_ms };
}
