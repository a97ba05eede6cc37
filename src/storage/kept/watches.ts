import { type Kysely, sql, type Transaction } from 'kysely';
import type { Engine } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';
import type { WatcherKey, WatchRegistry } from '#watching/watch-registry.ts';
import { storableText } from './storable-text.ts';
import { fromUnreachableRow, fromWatchRow, toWatchRow, watchIdOf } from './watch-row.ts';

/** Any number that nothing else in the same Postgres is likely to lock. */
const ADDING_LOCK = 7_305_541_209_846_115;

/** Who watches what, one row each. */
export function createStoredWatches(db: Kysely<Tables>, engine: Engine): WatchRegistry {
  return {
    add: (watch, limit) =>
      db.transaction().execute(async (transaction) => {
        // So that nobody gets past the limit by asking twice at once. SQLite has one writer.
        if (engine === 'postgres')
          await sql`select pg_advisory_xact_lock(${sql.lit(ADDING_LOCK)})`.execute(transaction);
        const row = toWatchRow(watch);
        const known = await transaction
          .selectFrom('watches')
          .select('once_until_ms')
          .where('id', '=', row.id)
          .executeTakeFirst();
        if (known !== undefined) {
          if (known.once_until_ms === null || row.once_until_ms !== null) return 'there';
          await transaction.updateTable('watches').set({ once_until_ms: null }).where('id', '=', row.id).execute();
          return 'extended';
        }
        if ((await countOf(transaction, watch.watcher)) >= limit) return 'full';
        await transaction.insertInto('watches').values(row).execute();
        return 'added';
      }),
    async remove(watcher, topic) {
      const { numDeletedRows } = await db
        .deleteFrom('watches')
        .where('platform', '=', watcher.platform)
        .where('watcher_kind', '=', watcher.kind)
        .where('watcher_key', '=', watcher.key)
        .$if(topic !== undefined, (query) =>
          query.where('id', '=', topic === undefined ? '' : watchIdOf(watcher, topic)),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async listOf({ platform, kind, key }) {
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .where('platform', '=', platform)
        .where('watcher_kind', '=', kind)
        .where('watcher_key', '=', key)
        .orderBy('created_ms')
        .orderBy('id')
        .execute();
      return rows.map(fromWatchRow);
    },
    async listAll(afterId, limit) {
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .$if(afterId !== undefined, (query) => query.where('id', '>', afterId ?? ''))
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(fromWatchRow);
    },
    async listOverdue(nowMs, limit) {
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .where('once_until_ms', '<=', nowMs)
        .orderBy('once_until_ms')
        .limit(limit)
        .execute();
      return rows.map(fromWatchRow);
    },
    forget: (platform, personKey) =>
      db.transaction().execute(async (transaction) => {
        for (const table of ['notices', 'unreachable_watchers'] as const) {
          await transaction
            .deleteFrom(table)
            .where('platform', '=', platform)
            .where('watcher_kind', '=', 'person')
            .where('watcher_key', '=', personKey)
            .execute();
        }
        const { numDeletedRows } = await transaction
          .deleteFrom('watches')
          .where('platform', '=', platform)
          .where('watcher_kind', '=', 'person')
          .where('watcher_key', '=', personKey)
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
    async markUnreachable({ platform, kind, key }, reason, nowMs) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('unreachable_watchers')
        .values({
          platform,
          watcher_kind: kind,
          watcher_key: key,
          reason: storableText(reason),
          since_ms: nowMs,
        })
        .onConflict((conflict) => conflict.columns(['platform', 'watcher_kind', 'watcher_key']).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows > 0n;
    },
    async listUnreachable(limit) {
      const rows = await db
        .selectFrom('unreachable_watchers')
        .selectAll()
        .orderBy('since_ms', 'desc')
        .limit(limit)
        .execute();
      return rows.map(fromUnreachableRow);
    },
    dropUnreachable: (beforeMs) =>
      db.transaction().execute(async (transaction) => {
        const gone = await transaction
          .deleteFrom('unreachable_watchers')
          .where('since_ms', '<', beforeMs)
          .returningAll()
          .execute();
        let dropped = 0;
        for (const { platform, watcher_kind, watcher_key } of gone) {
          const { numDeletedRows } = await transaction
            .deleteFrom('watches')
            .where('platform', '=', platform)
            .where('watcher_kind', '=', watcher_kind)
            .where('watcher_key', '=', watcher_key)
            .executeTakeFirst();
          dropped += Number(numDeletedRows);
        }
        return dropped;
      }),
  };
}

async function countOf(transaction: Transaction<Tables>, { platform, kind, key }: WatcherKey): Promise<number> {
  const { watches } = await transaction
    .selectFrom('watches')
    .select(({ fn }) => fn.countAll<number | bigint | string>().as('watches'))
    .where('platform', '=', platform)
    .where('watcher_kind', '=', kind)
    .where('watcher_key', '=', key)
    .executeTakeFirstOrThrow();
  return Number(watches);
}
