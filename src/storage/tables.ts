import type { OutboxState } from '#announcing/outbox.ts';
import type { Subscription } from '#announcing/subscription.ts';
import type { Watcher } from '#watching/watch.ts';

/** The tables as their rows are; both engines have the same. Times are milliseconds since 1970. */
export interface Tables {
  readonly follow_up_subjects: { conversation_id: string; subject: string; at_ms: number };
  /** `until_ms`: end of the lease, or of the time for which it is remembered that the event is done. */
  readonly handled_events: { event_key: string; state: 'claimed' | 'done'; until_ms: number };
  readonly installations: { platform: string; workspace_id: string; sealed: Uint8Array; at_ms: number };
  readonly feedback: FeedbackRow;
  readonly unanswered_questions: UnansweredRow;
  readonly kept_lines: { line_key: string; line: string; at_ms: number };
  readonly subscriptions: SubscriptionRow;
  readonly outbox: OutboxRow;
  readonly watches: WatchRow;
  readonly unreachable_watchers: UnreachableRow;
  readonly known_statements: { issue_id: string; statement_key: string; likeness: string; at_ms: number };
  readonly notices: NoticeRow;
  readonly posted_words: { post_id: string; words_key: string; at_ms: number };
}

export interface FeedbackRow {
  platform: string;
  reader_key: string;
  /** Stands for the line in the primary key, where Postgres takes no long text. */
  line_key: string;
  line: string;
  is_helpful: number;
  issue_id: string | null;
  at_ms: number;
}

export interface UnansweredRow {
  id: string;
  platform: string;
  reader_key: string;
  question: string;
  at_ms: number;
}

export interface SubscriptionRow {
  platform: string;
  channel_id: string;
  workspace_id: string;
  day_of_week: number;
  minute_of_day: number;
  time_zone: string;
  role_to_ping: string | null;
  origin: Subscription['origin'];
  next_due_ms: number;
  seen_issue_id: string | null;
  paused_reason: string | null;
  created_ms: number;
}

/** The columns by which a table is a queue of what is to be sent. */
export interface QueueRow {
  id: string;
  platform: string;
  channel_id: string;
  issue_id: string;
  state: OutboxState;
  owner: string | null;
  attempts: number;
  /** When the claim was made that is the last one. */
  claimed_ms: number | null;
  unsure_since_ms: number | null;
  /** While it is claimed, the end of the lease: so one index finds all that can be taken. Null in a final state. */
  next_try_ms: number | null;
  message_id: string | null;
  reason: string | null;
  planned_ms: number;
  sent_ms: number | null;
}

export interface OutboxRow extends QueueRow {
  /** A JSON list. */
  earlier_issue_ids: string;
  due_ms: number;
}

export interface NoticeRow extends QueueRow {
  /** `channel_id` is the channel's, or the person's. */
  watcher_kind: Watcher['kind'];
  watcher_key: string;
  workspace_id: string;
  /** A JSON object. */
  content: string;
}

export interface WatchRow {
  id: string;
  platform: string;
  watcher_kind: Watcher['kind'];
  watcher_key: string;
  recipient_id: string;
  workspace_id: string;
  subject: string;
  target_id: string | null;
  once_until_ms: number | null;
  created_ms: number;
}

export interface UnreachableRow {
  platform: string;
  watcher_kind: Watcher['kind'];
  watcher_key: string;
  reason: string;
  since_ms: number;
}
