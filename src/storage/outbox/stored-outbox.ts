import { type Kysely, sql } from 'kysely';
import { type Outbox, type OutboxClaim, type OutboxState, outboxStates } from '#announcing/outbox.ts';
import { storableText } from '#storage/kept/storable-text.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { OutboxRow, Tables } from '#storage/tables.ts';
import { claimPosts } from './claim-posts.ts';
import { fromOutboxRow } from './outbox-row.ts';
import { planPosts } from './plan-posts.ts';

/** The outbox as a table: a row is made once, and only who holds its latest claim changes it. */
export function createStoredOutbox(db: Kysely<Tables>, engine: Engine): Outbox {
  const update = async ({ id, owner, attempts }: OutboxClaim, change: Partial<OutboxRow>) => {
    const { numUpdatedRows } = await db
      .updateTable('outbox')
      .set(change)
      .where('id', '=', id)
      .where('state', '=', 'claimed')
      .where('owner', '=', owner)
      .where('attempts', '=', attempts)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  };
  const end = (claim: OutboxClaim, state: OutboxState, change: Partial<OutboxRow>) =>
    update(claim, { state, next_try_ms: null, ...change });

  return {
    plan: (channels, nowMs) => planPosts(db, engine, channels, nowMs),
    claim: (request) => claimPosts(db, engine, request),
    markSent: (claim, messageId, nowMs) =>
      end(claim, 'sent', { message_id: messageId, sent_ms: nowMs, unsure_since_ms: null, reason: null }),
    hold: (claim, reason) => end(claim, 'held', { reason: storableText(reason) }),
    skip: (claim, reason) => end(claim, 'skipped', { reason: storableText(reason), unsure_since_ms: null }),
    extendLease: (claim, leaseUntilMs) => update(claim, { next_try_ms: leaseUntilMs }),

    async retryLater({ id, owner, attempts }, { nextTryMs, reason, mayHaveArrived, messageId }) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set(({ fn }) => ({
          state: 'waiting',
          owner: null,
          next_try_ms: nextTryMs,
          reason: storableText(reason),
          unsure_since_ms: mayHaveArrived ? fn.coalesce('unsure_since_ms', 'claimed_ms') : null,
          ...(messageId === undefined ? {} : { message_id: messageId }),
        }))
        .where('id', '=', id)
        .where('state', '=', 'claimed')
        .where('owner', '=', owner)
        .where('attempts', '=', attempts)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async release(owner, nowMs) {
      const { numUpdatedRows } = await db
        .updateTable('outbox')
        .set({ state: 'waiting', owner: null, next_try_ms: nowMs })
        .where('state', '=', 'claimed')
        .where('owner', '=', owner)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
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
    async countByState() {
      const rows = await db
        .selectFrom('outbox')
        .select(['state', sql<number>`count(*)`.as('posts')])
        .groupBy('state')
        .execute();
      const counts = Object.fromEntries(outboxStates.map((state) => [state, 0])) as Record<OutboxState, number>;
      for (const { state, posts } of rows) counts[state] = posts;
      return counts;
    },
  };
}
