import type { Kysely } from 'kysely';
import type { Engine } from '#storage/store-connection.ts';
import { columnTypes } from './column-types.ts';

/** What conversations, platforms and announcements need kept. */
export async function createFirstTables(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, integer, bytes, tableEnd } = columnTypes(engine);
  const { schema } = db;

  await schema
    .createTable('follow_up_subjects')
    .addColumn('conversation_id', text, (column) => column.primaryKey().notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('at_ms', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('follow_up_subjects_by_age').on('follow_up_subjects').column('at_ms').execute();

  await schema
    .createTable('handled_events')
    .addColumn('event_key', text, (column) => column.primaryKey().notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('until_ms', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('handled_events_by_end').on('handled_events').column('until_ms').execute();

  await schema
    .createTable('installations')
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('sealed', bytes, (column) => column.notNull())
    .addColumn('at_ms', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('installations_key', ['platform', 'workspace_id'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('feedback')
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('reader_key', text, (column) => column.notNull())
    .addColumn('line_key', text, (column) => column.notNull())
    .addColumn('line', text, (column) => column.notNull())
    .addColumn('is_helpful', integer, (column) => column.notNull())
    .addColumn('issue_id', text)
    .addColumn('at_ms', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('feedback_key', ['reader_key', 'platform', 'line_key'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('feedback_by_age').on('feedback').column('at_ms').execute();

  await schema
    .createTable('unanswered_questions')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('reader_key', text, (column) => column.notNull())
    .addColumn('question', text, (column) => column.notNull())
    .addColumn('at_ms', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('unanswered_questions_by_age').on('unanswered_questions').column('at_ms').execute();
  await schema.createIndex('unanswered_questions_by_reader').on('unanswered_questions').column('reader_key').execute();

  await schema
    .createTable('kept_lines')
    .addColumn('line_key', text, (column) => column.primaryKey().notNull())
    .addColumn('line', text, (column) => column.notNull())
    .addColumn('at_ms', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('kept_lines_by_age').on('kept_lines').column('at_ms').execute();

  await schema
    .createTable('subscriptions')
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('channel_id', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('day_of_week', integer, (column) => column.notNull())
    .addColumn('minute_of_day', integer, (column) => column.notNull())
    .addColumn('time_zone', text, (column) => column.notNull())
    .addColumn('role_to_ping', text)
    .addColumn('origin', text, (column) => column.notNull())
    .addColumn('next_due_ms', integer, (column) => column.notNull())
    .addColumn('seen_issue_id', text)
    .addColumn('paused_reason', text)
    .addColumn('created_ms', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('subscriptions_key', ['platform', 'channel_id'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('subscriptions_by_due_date').on('subscriptions').column('next_due_ms').execute();
  await schema
    .createIndex('subscriptions_by_workspace')
    .on('subscriptions')
    .columns(['platform', 'workspace_id'])
    .execute();

  await schema
    .createTable('outbox')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('channel_id', text, (column) => column.notNull())
    .addColumn('issue_id', text, (column) => column.notNull())
    .addColumn('earlier_issue_ids', text, (column) => column.notNull())
    .addColumn('due_ms', integer, (column) => column.notNull())
    .addColumn('state', text, (column) => column.notNull())
    .addColumn('owner', text)
    .addColumn('attempts', integer, (column) => column.notNull())
    .addColumn('claimed_ms', integer)
    .addColumn('unsure_since_ms', integer)
    .addColumn('next_try_ms', integer)
    .addColumn('message_id', text)
    .addColumn('reason', text)
    .addColumn('planned_ms', integer, (column) => column.notNull())
    .addColumn('sent_ms', integer)
    .addUniqueConstraint('outbox_once', ['platform', 'channel_id', 'issue_id'])
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('outbox_by_next_try').on('outbox').columns(['platform', 'next_try_ms']).execute();
  await schema.createIndex('outbox_by_state').on('outbox').columns(['state', 'due_ms']).execute();
}
