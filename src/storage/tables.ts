import type { OutboxState } from '#announcing/outbox.ts';
import type { Subscription } from '#announcing/subscription.ts';

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

export interface OutboxRow {
  id: string;
  platform: string;
  channel_id: string;
  issue_id: string;
  /** A JSON list. */
  earlier_issue_ids: string;
  due_ms: number;
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
