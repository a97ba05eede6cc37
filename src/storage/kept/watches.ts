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
        .where(({ and }) => and(columnsOf(watcher)))
        .$if(topic !== undefined, (query) =>
          query.where('id', '=', topic === undefined ? '' : watchIdOf(watcher, topic)),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
    async listOf(watcher) {
      const rows = await db
        .selectFrom('watches')
        .selectAll()
        .where(({ and }) => and(columnsOf(watcher)))
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
    forget: (platform, key) =>
      db.transaction().execute(async (transaction) => {
        const person = columnsOf({ platform, kind: 'person', key });
        for (const table of ['notices', 'unreachable_watchers'] as const)
          await transaction
            .deleteFrom(table)
            .where(({ and }) => and(person))
            .execute();
        return deleteWatches(transaction, person);
      }),
    async markUnreachable(watcher, reason, nowMs) {
      const { numInsertedOrUpdatedRows = 0n } = await db
        .insertInto('unreachable_watchers')
        .values({ ...columnsOf(watcher), reason: storableText(reason), since_ms: nowMs })
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
        for (const row of gone) dropped += await deleteWatches(transaction, columnsOf(fromUnreachableRow(row)));
        return dropped;
      }),
  };
}

/** What tells a watcher's rows from all others, in every table that has some. */
function columnsOf({ platform, kind, key }: WatcherKey) {
  return { platform, watcher_kind: kind, watcher_key: key };
}

async function deleteWatches(transaction: Transaction<Tables>, of: ReturnType<typeof columnsOf>): Promise<number> {
  const { numDeletedRows } = await transaction
    .deleteFrom('watches')
    .where(({ and }) => and(of))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function countOf(transaction: Transaction<Tables>, watcher: WatcherKey): Promise<number> {
  const { watches } = await transaction
    .selectFrom('watches')
    .select(({ fn }) => fn.countAll<number | bigint | string>().as('watches'))
    .where(({ and }) => and(columnsOf(watcher)))
    .executeTakeFirstOrThrow();
  return Number(watches);
}
