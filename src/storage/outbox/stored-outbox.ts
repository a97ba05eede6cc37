import type { Kysely } from 'kysely';
import type { ClaimedPost, Outbox } from '#announcing/outbox.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { OutboxRow, Tables } from '#storage/tables.ts';
import { fromOutboxRow, toClaimedPost } from './outbox-row.ts';
import { planPosts } from './plan-posts.ts';
import { countRowsByState, createStoredQueue } from './stored-queue.ts';

/** The outbox as a table. */
export function createStoredOutbox(db: Kysely<Tables>, engine: Engine): Outbox {
  return {
    ...createStoredQueue<OutboxRow, ClaimedPost>(db, engine, {
      table: 'outbox',
      toClaimed: toClaimedPost,
      orderOf: ({ due_ms }) => due_ms,
    }),
    plan: (channels, nowMs) => planPosts(db, engine, channels, nowMs),
    async list({ states, channel, limit }) {
      const rows = await db
        .selectFrom('outbox')
        .selectAll()
        .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
        .$if(channel !== undefined, (query) =>
          query.where('platform', '=', channel?.platform ?? '').where('channel_id', '=', channel?.channelId ?? ''),
        )
        .orderBy('due_ms', 'desc')
        .orderBy('platform')
        .orderBy('channel_id')
        .orderBy('issue_id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromOutboxRow);
    },
    countByState: () => countRowsByState(db, 'outbox'),
  };
}
