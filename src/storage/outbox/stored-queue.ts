import { type Kysely, sql } from 'kysely';
import {
  type ClaimedItem,
  type ClaimRequest,
  type DeliveryQueue,
  type OutboxClaim,
  type OutboxState,
  outboxStates,
} from '#announcing/outbox.ts';
import { storableText } from '#storage/kept/storable-text.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { QueueRow, Tables } from '#storage/tables.ts';

/** Tables that are queues. All of them have the columns of `QueueRow`. */
export type QueueTable = 'outbox' | 'notices';

/** What a queue's rows are to the rest of the program. */
export interface QueueReading<Row extends QueueRow, Item extends ClaimedItem> {
  readonly table: QueueTable;
  /** `owner`: who has just claimed it. */
  readonly toClaimed: (row: Row, owner: string) => Item;
  /** In this order they are handed out. */
  readonly orderOf: (row: Row) => number;
}

/** A table as a queue: a row is made once, and only who holds its latest claim changes it. */
export function createStoredQueue<Row extends QueueRow, Item extends ClaimedItem>(
  db: Kysely<Tables>,
  engine: Engine,
  reading: QueueReading<Row, Item>,
): DeliveryQueue<Item> {
  const table = sameColumns(reading.table);
  const update = ({ id, owner, attempts }: OutboxClaim) =>
    db
      .updateTable(table)
      .where('id', '=', id)
      .where('state', '=', 'claimed')
      .where('owner', '=', owner)
      .where('attempts', '=', attempts);
  const change = async (claim: OutboxClaim, changes: Partial<QueueRow>) => {
    const { numUpdatedRows } = await update(claim).set(changes).executeTakeFirst();
    return numUpdatedRows > 0n;
  };
  const end = (claim: OutboxClaim, state: OutboxState, changes: Partial<QueueRow>) =>
    change(claim, { state, next_try_ms: null, ...changes });

  return {
    claim: (request) => claimRows(db, engine, request, reading),
    markSent: (claim, messageId, nowMs) =>
      end(claim, 'sent', { message_id: messageId, sent_ms: nowMs, unsure_since_ms: null, reason: null }),
    hold: (claim, reason) => end(claim, 'held', { reason: storableText(reason) }),
    skip: (claim, reason) => end(claim, 'skipped', { reason: storableText(reason), unsure_since_ms: null }),
    extendLease: (claim, leaseUntilMs) => change(claim, { next_try_ms: leaseUntilMs }),

    async retryLater(claim, { nextTryMs, reason, mayHaveArrived, messageId }) {
      const { numUpdatedRows } = await update(claim)
        .set(({ fn }) => ({
          state: 'waiting',
          owner: null,
          next_try_ms: nextTryMs,
          reason: storableText(reason),
          unsure_since_ms: mayHaveArrived ? fn.coalesce('unsure_since_ms', 'claimed_ms') : null,
          ...(messageId === undefined ? {} : { message_id: messageId }),
        }))
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async release(owner, nowMs) {
      const { numUpdatedRows } = await db
        .updateTable(table)
        .set({ state: 'waiting', owner: null, next_try_ms: nowMs })
        .where('state', '=', 'claimed')
        .where('owner', '=', owner)
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },
  };
}

/** The columns of a row that has just been put into a queue, to be tried at once. */
export function asWaiting(nowMs: number) {
  return {
    state: 'waiting' as const,
    owner: null,
    attempts: 0,
    claimed_ms: null,
    unsure_since_ms: null,
    next_try_ms: nowMs,
    message_id: null,
    reason: null,
    planned_ms: nowMs,
    sent_ms: null,
  };
}

/** What every queue tells of one of its rows. */
export function itemOf(row: QueueRow) {
  return {
    id: row.id,
    platform: row.platform,
    channelId: row.channel_id,
    issueId: row.issue_id,
    attempts: row.attempts,
    unsureSinceMs: row.unsure_since_ms ?? undefined,
    messageId: row.message_id ?? undefined,
    plannedMs: row.planned_ms,
  };
}

/** How many rows of a queue are in each state. */
export async function countRowsByState(
  db: Kysely<Tables>,
  queueTable: QueueTable,
): Promise<Readonly<Record<OutboxState, number>>> {
  const rows = await db
    .selectFrom(sameColumns(queueTable))
    .select(['state', sql<number>`count(*)`.as('posts')])
    .groupBy('state')
    .execute();
  const counts = Object.fromEntries(outboxStates.map((state) => [state, 0])) as Record<OutboxState, number>;
  for (const { state, posts } of rows) counts[state] = posts;
  return counts;
}

/** Takes what may be tried now, in one statement: Postgres passes over what others are taking, SQLite has one writer. */
async function claimRows<Row extends QueueRow, Item extends ClaimedItem>(
  db: Kysely<Tables>,
  engine: Engine,
  { platforms, limit, nowMs, leaseMs, owner }: ClaimRequest,
  { table: queueTable, toClaimed, orderOf }: QueueReading<Row, Item>,
): Promise<readonly Item[]> {
  if (platforms.length === 0 || limit <= 0) return [];
  const table = sameColumns(queueTable);
  const rows = await db
    .with('ready', (query) =>
      query
        .selectFrom(table)
        .select('id as ready_id')
        .where('platform', 'in', platforms)
        .where('next_try_ms', '<=', nowMs)
        // In the order of the index for one platform; a second key would sort all that waits.
        .orderBy('next_try_ms')
        .limit(limit)
        .$if(engine === 'postgres', (selection) => selection.forUpdate().skipLocked()),
    )
    .updateTable(table)
    .where('id', 'in', ({ selectFrom }) => selectFrom('ready').select('ready_id'))
    .set(({ ref }) => ({
      state: 'claimed',
      owner,
      attempts: sql<number>`${ref('attempts')} + 1`,
      // Whoever let a claim run out may have sent the post before.
      unsure_since_ms: sql<number | null>`case ${ref('state')}
        when 'claimed' then coalesce(${ref('unsure_since_ms')}, ${ref('claimed_ms')})
        else ${ref('unsure_since_ms')} end`,
      claimed_ms: nowMs,
      next_try_ms: nowMs + leaseMs,
    }))
    .returningAll()
    .execute();
  const claimed = rows as unknown as Row[];
  // What an update returns is in no order.
  claimed.sort((a, b) => orderOf(a) - orderOf(b) || (a.id < b.id ? -1 : 1));
  return claimed.map((row) => toClaimed(row, owner));
}

/** For the types: nothing but the columns that all queues have is named here. */
const sameColumns = (table: QueueTable) => table as 'outbox';
