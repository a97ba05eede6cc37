import type { Kysely } from 'kysely';
import type { Engine } from '#storage/store-connection.ts';
import { columnTypes } from './column-types.ts';

/** Who watches what, what issues have said by now, and what is to be told to whom. */
export async function createWatches(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const { text, integer, tableEnd } = columnTypes(engine);
  const { schema } = db;

  await schema
    .createTable('watches')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('watcher_kind', text, (column) => column.notNull())
    .addColumn('watcher_key', text, (column) => column.notNull())
    .addColumn('recipient_id', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('subject', text, (column) => column.notNull())
    .addColumn('target_id', text)
    .addColumn('once_until_ms', integer)
    .addColumn('created_ms', integer, (column) => column.notNull())
    .modifyEnd(tableEnd)
    .execute();
  await schema
    .createIndex('watches_by_watcher')
    .on('watches')
    .columns(['platform', 'watcher_kind', 'watcher_key'])
    .execute();
  await schema.createIndex('watches_by_end').on('watches').column('once_until_ms').execute();

  await schema
    .createTable('unreachable_watchers')
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('watcher_kind', text, (column) => column.notNull())
    .addColumn('watcher_key', text, (column) => column.notNull())
    .addColumn('reason', text, (column) => column.notNull())
    .addColumn('since_ms', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('unreachable_watchers_key', ['platform', 'watcher_kind', 'watcher_key'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('known_statements')
    .addColumn('issue_id', text, (column) => column.notNull())
    .addColumn('statement_key', text, (column) => column.notNull())
    .addColumn('likeness', text, (column) => column.notNull())
    .addColumn('at_ms', integer, (column) => column.notNull())
    .addPrimaryKeyConstraint('known_statements_key', ['issue_id', 'statement_key'])
    .modifyEnd(tableEnd)
    .execute();

  await schema
    .createTable('notices')
    .addColumn('id', text, (column) => column.primaryKey().notNull())
    .addColumn('platform', text, (column) => column.notNull())
    .addColumn('channel_id', text, (column) => column.notNull())
    .addColumn('watcher_kind', text, (column) => column.notNull())
    .addColumn('watcher_key', text, (column) => column.notNull())
    .addColumn('workspace_id', text, (column) => column.notNull())
    .addColumn('issue_id', text, (column) => column.notNull())
    .addColumn('content', text, (column) => column.notNull())
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
    .modifyEnd(tableEnd)
    .execute();
  await schema.createIndex('notices_by_next_try').on('notices').columns(['platform', 'next_try_ms']).execute();
  await schema.createIndex('notices_by_watcher').on('notices').columns(['platform', 'watcher_key']).execute();
  await schema.createIndex('notices_by_age').on('notices').column('planned_ms').execute();
}
