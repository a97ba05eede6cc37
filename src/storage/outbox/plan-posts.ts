import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import { fingerprint } from '#announcing/fingerprint.ts';
import type { ChannelPlan } from '#announcing/outbox.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { OutboxRow, Tables } from '#storage/tables.ts';
import { asWaiting } from './stored-queue.ts';

/** Any number that nothing else in the same Postgres is likely to lock. */
const PLANNING_LOCK = 7_305_541_209_846_114;
/** From about 300 on, SQLite would rather read all subscriptions than look these up, and takes a hundred times as long. */
const MAX_CHANNELS = 100;

/** Moves channels to their next due date and puts their posts into the outbox, in one transaction. */
export function planPosts(
  db: Kysely<Tables>,
  engine: Engine,
  channels: readonly ChannelPlan[],
  nowMs: number,
): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    // Replicas plan the same channels; without taking turns they would lock rows crosswise. SQLite has one writer.
    if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(PLANNING_LOCK)})`.execute(transaction);
    let planned = 0;
    for (let start = 0; start < channels.length; start += MAX_CHANNELS) {
      planned += await planPart(transaction, channels.slice(start, start + MAX_CHANNELS), nowMs);
    }
    return planned;
  });
}

async function planPart(transaction: Transaction<Tables>, channels: readonly ChannelPlan[], nowMs: number) {
  const advanced = await advance(transaction, channels);
  const posts = channels
    .filter((channel) => advanced.has(fingerprint(channel.platform, channel.channelId)))
    .flatMap((channel) => newPost(channel, nowMs) ?? []);
  if (posts.length === 0) return 0;
  const rows = await transaction
    .insertInto('outbox')
    .values(posts)
    .onConflict((conflict) =>
      conflict
        .columns(['platform', 'channel_id', 'issue_id'])
        .doUpdateSet(({ ref }) => ({
          earlier_issue_ids: ref('excluded.earlier_issue_ids'),
          due_ms: ref('excluded.due_ms'),
          state: ref('excluded.state'),
          next_try_ms: ref('excluded.next_try_ms'),
          reason: null,
          planned_ms: ref('excluded.planned_ms'),
        }))
        .where('outbox.state', '=', 'skipped')
        .where('outbox.unsure_since_ms', 'is', null),
    )
    .returning('id')
    .execute();
  return rows.length;
}

/** One statement for all of them. The keys of those whose due date was still the one that was read. */
async function advance(transaction: Transaction<Tables>, channels: readonly ChannelPlan[]): Promise<Set<string>> {
  const steps = sql.join(
    channels.map(
      ({ platform, channelId, dueMs, nextDueMs, seenIssueId }) =>
        // Postgres takes all values for text unless told.
        sql`(${platform}, ${channelId}, cast(${dueMs} as bigint), cast(${nextDueMs} as bigint), ${seenIssueId ?? null})`,
    ),
  );
  const { rows } = await sql<{ platform: string; channel_id: string }>`
    update subscriptions
    set next_due_ms = step.column4, seen_issue_id = coalesce(step.column5, subscriptions.seen_issue_id)
    from (values ${steps}) as step
    where subscriptions.platform = step.column1
      and subscriptions.channel_id = step.column2
      and subscriptions.next_due_ms = step.column3
      and subscriptions.paused_reason is null
    returning subscriptions.platform, subscriptions.channel_id`.execute(transaction);
  return new Set(rows.map((row) => fingerprint(row.platform, row.channel_id)));
}

function newPost({ platform, channelId, dueMs, post }: ChannelPlan, nowMs: number): Insertable<OutboxRow> | undefined {
  if (!post) return undefined;
  return {
    id: fingerprint(platform, channelId, post.issueId),
    platform,
    channel_id: channelId,
    issue_id: post.issueId,
    earlier_issue_ids: JSON.stringify(post.earlierIssueIds),
    due_ms: dueMs,
    ...asWaiting(nowMs),
  };
}
