-- What the migrations make. Written by "npm run db:dump"; a test compares it. Do not edit.

create table "feedback" (
  "platform" text not null,
  "reader_key" text not null,
  "line_key" text not null,
  "line" text not null,
  "is_helpful" integer not null,
  "issue_id" text,
  "at_ms" integer not null,
  constraint "feedback_key" primary key ("reader_key", "platform", "line_key")
) strict;
CREATE INDEX "feedback_by_age" on "feedback" ("at_ms");
create table "follow_up_subjects" (
  "conversation_id" text not null primary key,
  "subject" text not null,
  "at_ms" integer not null
) strict;
CREATE INDEX "follow_up_subjects_by_age" on "follow_up_subjects" ("at_ms");
create table "handled_events" (
  "event_key" text not null primary key,
  "state" text not null,
  "until_ms" integer not null
) strict;
CREATE INDEX "handled_events_by_end" on "handled_events" ("until_ms");
create table "installations" (
  "platform" text not null,
  "workspace_id" text not null,
  "sealed" blob not null,
  "at_ms" integer not null,
  constraint "installations_key" primary key ("platform", "workspace_id")
) strict;
create table "kept_lines" (
  "line_key" text not null primary key,
  "line" text not null,
  "at_ms" integer not null
) strict;
CREATE INDEX "kept_lines_by_age" on "kept_lines" ("at_ms");
create table "known_statements" (
  "issue_id" text not null,
  "statement_key" text not null,
  "likeness" text not null,
  "at_ms" integer not null,
  constraint "known_statements_key" primary key ("issue_id", "statement_key")
) strict;
create table "kysely_migration" (
  "name" varchar(255) not null primary key,
  "timestamp" varchar(255) not null
);
create table "kysely_migration_lock" (
  "id" varchar(255) not null primary key,
  "is_locked" integer default 0 not null
);
create table "notices" (
  "id" text not null primary key,
  "platform" text not null,
  "channel_id" text not null,
  "watcher_kind" text not null,
  "watcher_key" text not null,
  "workspace_id" text not null,
  "issue_id" text not null,
  "content" text not null,
  "state" text not null,
  "owner" text,
  "attempts" integer not null,
  "claimed_ms" integer,
  "unsure_since_ms" integer,
  "next_try_ms" integer,
  "message_id" text,
  "reason" text,
  "planned_ms" integer not null,
  "sent_ms" integer
) strict;
CREATE INDEX "notices_by_age" on "notices" ("planned_ms");
CREATE INDEX "notices_by_next_try" on "notices" ("platform", "next_try_ms");
CREATE INDEX "notices_by_watcher" on "notices" ("platform", "watcher_key");
create table "outbox" (
  "id" text not null primary key,
  "platform" text not null,
  "channel_id" text not null,
  "issue_id" text not null,
  "earlier_issue_ids" text not null,
  "due_ms" integer not null,
  "state" text not null,
  "owner" text,
  "attempts" integer not null,
  "claimed_ms" integer,
  "unsure_since_ms" integer,
  "next_try_ms" integer,
  "message_id" text,
  "reason" text,
  "planned_ms" integer not null,
  "sent_ms" integer,
  constraint "outbox_once" unique ("platform", "channel_id", "issue_id")
) strict;
CREATE INDEX "outbox_by_next_try" on "outbox" ("platform", "next_try_ms");
CREATE INDEX "outbox_by_state" on "outbox" ("state", "due_ms");
create table "posted_words" (
  "post_id" text not null primary key,
  "words_key" text not null,
  "at_ms" integer not null
) strict;
create table "subscriptions" (
  "platform" text not null,
  "channel_id" text not null,
  "workspace_id" text not null,
  "day_of_week" integer not null,
  "minute_of_day" integer not null,
  "time_zone" text not null,
  "role_to_ping" text,
  "origin" text not null,
  "next_due_ms" integer not null,
  "seen_issue_id" text,
  "paused_reason" text,
  "created_ms" integer not null,
  constraint "subscriptions_key" primary key ("platform", "channel_id")
) strict;
CREATE INDEX "subscriptions_by_due_date" on "subscriptions" ("next_due_ms");
CREATE INDEX "subscriptions_by_workspace" on "subscriptions" ("platform", "workspace_id");
create table "unanswered_questions" (
  "id" text not null primary key,
  "platform" text not null,
  "reader_key" text not null,
  "question" text not null,
  "at_ms" integer not null
) strict;
CREATE INDEX "unanswered_questions_by_age" on "unanswered_questions" ("at_ms");
CREATE INDEX "unanswered_questions_by_reader" on "unanswered_questions" ("reader_key");
create table "unreachable_watchers" (
  "platform" text not null,
  "watcher_kind" text not null,
  "watcher_key" text not null,
  "reason" text not null,
  "since_ms" integer not null,
  constraint "unreachable_watchers_key" primary key ("platform", "watcher_kind", "watcher_key")
) strict;
create table "watches" (
  "id" text not null primary key,
  "platform" text not null,
  "watcher_kind" text not null,
  "watcher_key" text not null,
  "recipient_id" text not null,
  "workspace_id" text not null,
  "subject" text not null,
  "target_id" text,
  "once_until_ms" integer,
  "created_ms" integer not null
) strict;
CREATE INDEX "watches_by_end" on "watches" ("once_until_ms");
CREATE INDEX "watches_by_watcher" on "watches" ("platform", "watcher_kind", "watcher_key");
