import { type Kysely, sql } from 'kysely';
import type { ClaimedPost, ClaimRequest } from '#announcing/outbox.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';
import { toClaimedPost } from './outbox-row.ts';

/** Takes posts that may be tried now, in one statement: Postgres passes over what others are taking, SQLite has one writer. */
export async function claimPosts(
  db: Kysely<Tables>,
  engine: Engine,
  { platforms, limit, nowMs, leaseMs, owner }: ClaimRequest,
): Promise<readonly ClaimedPost[]> {
  if (platforms.length === 0 || limit <= 0) return [];
  const rows = await db
    .with('ready', (query) =>
      query
        .selectFrom('outbox')
        .select('id as ready_id')
        .where('platform', 'in', platforms)
        .where('next_try_ms', '<=', nowMs)
        // In the order of the index for one platform; a second key would sort all that waits.
        .orderBy('next_try_ms')
        .limit(limit)
        .$if(engine === 'postgres', (selection) => selection.forUpdate().skipLocked()),
    )
    .updateTable('outbox')
    .where('id', 'in', ({ selectFrom }) => selectFrom('ready').select('ready_id'))
    .set(({ ref }) => ({
      state: 'claimed',
      owner,
      attempts: sql<number>`${ref('outbox.attempts')} + 1`,
      // Whoever let a claim run out may have sent the post before.
      unsure_since_ms: sql<number | null>`case ${ref('outbox.state')}
        when 'claimed' then coalesce(${ref('outbox.unsure_since_ms')}, ${ref('outbox.claimed_ms')})
        else ${ref('outbox.unsure_since_ms')} end`,
      claimed_ms: nowMs,
      next_try_ms: nowMs + leaseMs,
    }))
    .returningAll()
    .execute();
  // What an update returns is in no order.
  rows.sort((a, b) => a.due_ms - b.due_ms || (a.id < b.id ? -1 : 1));
  return rows.map((row) => toClaimedPost(row, owner));
}
