-- What the migrations make. Written by "npm run db:dump"; a test compares it. Do not edit.

create table feedback (
  platform text not null,
  reader_key text not null,
  line_key text not null,
  line text not null,
  is_helpful bigint not null,
  issue_id text,
  at_ms bigint not null,
  constraint feedback_key PRIMARY KEY (reader_key, platform, line_key)
);
CREATE INDEX feedback_by_age ON public.feedback USING btree (at_ms);
create table follow_up_subjects (
  conversation_id text not null,
  subject text not null,
  at_ms bigint not null,
  constraint follow_up_subjects_pkey PRIMARY KEY (conversation_id)
);
CREATE INDEX follow_up_subjects_by_age ON public.follow_up_subjects USING btree (at_ms);
create table handled_events (
  event_key text not null,
  state text not null,
  until_ms bigint not null,
  constraint handled_events_pkey PRIMARY KEY (event_key)
);
CREATE INDEX handled_events_by_end ON public.handled_events USING btree (until_ms);
create table installations (
  platform text not null,
  workspace_id text not null,
  sealed bytea not null,
  at_ms bigint not null,
  constraint installations_key PRIMARY KEY (platform, workspace_id)
);
create table kept_lines (
  line_key text not null,
  line text not null,
  at_ms bigint not null,
  constraint kept_lines_pkey PRIMARY KEY (line_key)
);
CREATE INDEX kept_lines_by_age ON public.kept_lines USING btree (at_ms);
create table known_statements (
  issue_id text not null,
  statement_key text not null,
  likeness text not null,
  at_ms bigint not null,
  constraint known_statements_key PRIMARY KEY (issue_id, statement_key)
);
create table kysely_migration (
  name character varying(255) not null,
  "timestamp" character varying(255) not null,
  constraint kysely_migration_pkey PRIMARY KEY (name)
);
create table kysely_migration_lock (
  id character varying(255) not null,
  is_locked integer default 0 not null,
  constraint kysely_migration_lock_pkey PRIMARY KEY (id)
);
create table notices (
  id text not null,
  platform text not null,
  channel_id text not null,
  watcher_kind text not null,
  watcher_key text not null,
  workspace_id text not null,
  issue_id text not null,
  content text not null,
  state text not null,
  owner text,
  attempts bigint not null,
  claimed_ms bigint,
  unsure_since_ms bigint,
  next_try_ms bigint,
  message_id text,
  reason text,
  planned_ms bigint not null,
  sent_ms bigint,
  constraint notices_pkey PRIMARY KEY (id)
);
CREATE INDEX notices_by_age ON public.notices USING btree (planned_ms);
CREATE INDEX notices_by_next_try ON public.notices USING btree (platform, next_try_ms);
CREATE INDEX notices_by_watcher ON public.notices USING btree (platform, watcher_key);
create table outbox (
  id text not null,
  platform text not null,
  channel_id text not null,
  issue_id text not null,
  earlier_issue_ids text not null,
  due_ms bigint not null,
  state text not null,
  owner text,
  attempts bigint not null,
  claimed_ms bigint,
  unsure_since_ms bigint,
  next_try_ms bigint,
  message_id text,
  reason text,
  planned_ms bigint not null,
  sent_ms bigint,
  constraint outbox_once UNIQUE (platform, channel_id, issue_id),
  constraint outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_by_next_try ON public.outbox USING btree (platform, next_try_ms);
CREATE INDEX outbox_by_state ON public.outbox USING btree (state, due_ms);
create table posted_words (
  post_id text not null,
  words_key text not null,
  at_ms bigint not null,
  constraint posted_words_pkey PRIMARY KEY (post_id)
);
create table subscriptions (
  platform text not null,
  channel_id text not null,
  workspace_id text not null,
  day_of_week bigint not null,
  minute_of_day bigint not null,
  time_zone text not null,
  role_to_ping text,
  origin text not null,
  next_due_ms bigint not null,
  seen_issue_id text,
  paused_reason text,
  created_ms bigint not null,
  constraint subscriptions_key PRIMARY KEY (platform, channel_id)
);
CREATE INDEX subscriptions_by_due_date ON public.subscriptions USING btree (next_due_ms);
CREATE INDEX subscriptions_by_workspace ON public.subscriptions USING btree (platform, workspace_id);
create table unanswered_questions (
  id text not null,
  platform text not null,
  reader_key text not null,
  question text not null,
  at_ms bigint not null,
  constraint unanswered_questions_pkey PRIMARY KEY (id)
);
CREATE INDEX unanswered_questions_by_age ON public.unanswered_questions USING btree (at_ms);
CREATE INDEX unanswered_questions_by_reader ON public.unanswered_questions USING btree (reader_key);
create table unreachable_watchers (
  platform text not null,
  watcher_kind text not null,
  watcher_key text not null,
  reason text not null,
  since_ms bigint not null,
  constraint unreachable_watchers_key PRIMARY KEY (platform, watcher_kind, watcher_key)
);
create table watches (
  id text not null,
  platform text not null,
  watcher_kind text not null,
  watcher_key text not null,
  recipient_id text not null,
  workspace_id text not null,
  subject text not null,
  target_id text,
  once_until_ms bigint,
  created_ms bigint not null,
  constraint watches_pkey PRIMARY KEY (id)
);
CREATE INDEX watches_by_end ON public.watches USING btree (once_until_ms);
CREATE INDEX watches_by_watcher ON public.watches USING btree (platform, watcher_kind, watcher_key);
