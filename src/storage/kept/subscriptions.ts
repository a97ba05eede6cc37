import type { Kysely } from 'kysely';
import type { ChannelKey } from '#announcing/subscription.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { Tables } from '#storage/tables.ts';
import { storableText } from './storable-text.ts';
import { fromSubscriptionRow, toSubscriptionRow } from './subscription-row.ts';

/** Which channels want new issues, one row each. */
export function createStoredSubscriptions(db: Kysely<Tables>): SubscriptionRegistry {
  const select = () => db.selectFrom('subscriptions').selectAll();
  const update = (channel: ChannelKey) => db.updateTable('subscriptions').where(({ and }) => and(columnsOf(channel)));

  return {
    async save(subscription) {
      const { platform, channel_id, ...rest } = toSubscriptionRow(subscription);
      await db
        .insertInto('subscriptions')
        .values({ platform, channel_id, ...rest })
        .onConflict((conflict) => conflict.columns(['platform', 'channel_id']).doUpdateSet(rest))
        .execute();
    },
    remove: (channel) =>
      db.transaction().execute(async (transaction) => {
        const removed = await transaction
          .deleteFrom('subscriptions')
          .where(({ and }) => and(columnsOf(channel)))
          .executeTakeFirst();
        await transaction
          .updateTable('outbox')
          .set({ state: 'skipped', reason: 'unsubscribed', next_try_ms: null })
          .where(({ and }) => and({ ...columnsOf(channel), state: 'waiting' }))
          .where('unsure_since_ms', 'is', null)
          .execute();
        return removed.numDeletedRows > 0n;
      }),
    async find(channel) {
      const row = await select()
        .where(({ and }) => and(columnsOf(channel)))
        .executeTakeFirst();
      return row && fromSubscriptionRow(row);
    },
    async listByWorkspace(platform, workspaceId) {
      const rows = await select()
        .where(({ and }) => and({ platform, workspace_id: workspaceId }))
        .orderBy('channel_id')
        .execute();
      return rows.map(fromSubscriptionRow);
    },
    async listDue(platforms, nowMs, limit) {
      if (platforms.length === 0) return [];
      const rows = await select()
        .where('platform', 'in', platforms)
        .where('next_due_ms', '<=', nowMs)
        .where('paused_reason', 'is', null)
        .orderBy('next_due_ms')
        .orderBy('platform')
        .orderBy('channel_id')
        .limit(limit)
        .execute();
      return rows.map(fromSubscriptionRow);
    },
    async listAll(after, limit) {
      const rows = await select()
        .$if(after !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('platform', 'channel_id'), '>', tuple(after?.platform ?? '', after?.channelId ?? '')),
          ),
        )
        .orderBy('platform')
        .orderBy('channel_id')
        .limit(limit)
        .execute();
      return rows.map(fromSubscriptionRow);
    },
    async advance(channel, { dueMs, nextDueMs, seenIssueId }) {
      const { numUpdatedRows } = await update(channel)
        .set({ next_due_ms: nextDueMs, ...(seenIssueId === undefined ? {} : { seen_issue_id: seenIssueId }) })
        .where('next_due_ms', '=', dueMs)
        .where('paused_reason', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async pause(channel, reason) {
      const { numUpdatedRows } = await update(channel)
        .set({ paused_reason: storableText(reason) })
        .where('paused_reason', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

function columnsOf({ platform, channelId }: ChannelKey) {
  return { platform, channel_id: channelId };
}
