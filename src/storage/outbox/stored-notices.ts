import { type Kysely, sql, type Transaction } from 'kysely';
import { fingerprint } from '#announcing/fingerprint.ts';
import { storableText } from '#storage/kept/storable-text.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { NoticeRow, Tables } from '#storage/tables.ts';
import type { ClaimedNotice, NewNotice, News, NoticeBoard, NoticeContent, StuckNotices } from '#watching/notice.ts';
import { asWaiting, countRowsByState, createStoredQueue, itemOf } from './stored-queue.ts';

/** Any number that nothing else in the same Postgres is likely to lock. */
const TELLING_LOCK = 7_305_541_209_846_116;
/** Rows of one statement, far below what either engine takes as values. */
const PART = 500;

/** What issues have said, and the messages that tell of it, as tables. */
export function createStoredNotices(db: Kysely<Tables>, engine: Engine): NoticeBoard {
  const queue = createStoredQueue<NoticeRow, ClaimedNotice>(db, engine, {
    table: 'notices',
    toClaimed: toClaimedNotice,
    orderOf: ({ planned_ms }) => planned_ms,
  });
  return {
    ...queue,
    async markSent(claim, messageId, nowMs) {
      const isMarked = await queue.markSent(claim, messageId, nowMs);
      // Who was reached can be reached.
      if (isMarked) await clearUnreachable(db, claim.id);
      return isMarked;
    },
    async listKnown(issueId) {
      const rows = await db
        .selectFrom('known_statements')
        .select(['statement_key', 'likeness'])
        .where('issue_id', '=', issueId)
        .execute();
      return rows.map(({ statement_key, likeness }) => ({ key: statement_key, likeness }));
    },
    async hasBegun() {
      const found = await db
        .selectFrom('known_statements')
        .select('issue_id')
        .where('issue_id', '=', beginning.issue_id)
        .executeTakeFirst();
      return found !== undefined;
    },
    async begin(nowMs) {
      await db
        .insertInto('known_statements')
        .values({ ...beginning, at_ms: nowMs })
        .onConflict((conflict) => conflict.columns(['issue_id', 'statement_key']).doNothing())
        .execute();
    },
    tell: (news, nowMs) => tell(db, engine, news, nowMs),
    countByState: () => countRowsByState(db, 'notices'),
    async list(limit) {
      const rows = await db
        .selectFrom('notices')
        .selectAll()
        .orderBy('planned_ms', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        watcher: watcherOf(row),
        issueId: row.issue_id,
        state: row.state,
        attempts: row.attempts,
        messageId: row.message_id ?? undefined,
        reason: row.reason ?? undefined,
      }));
    },
    listStuck: (limit) => listStuck(db, limit),
  };
}

async function listStuck(db: Kysely<Tables>, limit: number): Promise<readonly StuckNotices[]> {
  const rows = await db
    .selectFrom('notices')
    .select(({ eb, fn }) => [
      'state',
      'platform',
      'issue_id',
      'reason',
      eb.case().when('watcher_kind', '=', 'channel').then(eb.ref('channel_id')).end().as('channel'),
      fn.countAll<number>().as('messages'),
    ])
    .where('state', 'in', ['held', 'waiting', 'skipped'])
    .where('reason', 'is not', null)
    .groupBy(['state', 'platform', 'issue_id', 'reason', 'channel'])
    .orderBy('state')
    .orderBy('messages', 'desc')
    .orderBy('issue_id', 'desc')
    .orderBy('reason')
    .limit(limit)
    .execute();
  return rows.map(({ state, platform, issue_id, reason, channel, messages }) => ({
    state: state as StuckNotices['state'],
    platform,
    channelId: channel ?? undefined,
    issueId: issue_id,
    reason: reason ?? '',
    messages,
  }));
}

/** Stands for the whole archive as it was first seen; no issue has an empty id. */
const beginning = { issue_id: '', statement_key: 'begun', likeness: '' };

/** Thrown to undo what was begun. */
class KnownByNowError extends Error {}

async function tell(db: Kysely<Tables>, engine: Engine, news: News, nowMs: number): Promise<boolean> {
  try {
    await db.transaction().execute(async (transaction) => {
      // Replicas find the same news; without taking turns they would lock rows crosswise. SQLite has one writer.
      if (engine === 'postgres') await sql`select pg_advisory_xact_lock(${sql.lit(TELLING_LOCK)})`.execute(transaction);
      await keepStatements(transaction, news, nowMs);
      for (const part of parts(news.notices)) {
        await transaction
          .insertInto('notices')
          .values(part.map((notice) => newRow(notice, news.issueId, nowMs)))
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute();
      }
      for (const ids of parts(news.endedWatchIds)) {
        await transaction.deleteFrom('watches').where('id', 'in', ids).execute();
      }
    });
    return true;
  } catch (error) {
    if (error instanceof KnownByNowError) return false;
    throw error;
  }
}

async function keepStatements(transaction: Transaction<Tables>, news: News, nowMs: number): Promise<void> {
  for (const part of parts(news.statements)) {
    const kept = await transaction
      .insertInto('known_statements')
      .values(part.map(({ key, likeness }) => ({ issue_id: news.issueId, statement_key: key, likeness, at_ms: nowMs })))
      .onConflict((conflict) => conflict.columns(['issue_id', 'statement_key']).doNothing())
      .returning('statement_key')
      .execute();
    if (kept.length !== part.length) throw new KnownByNowError();
  }
}

async function clearUnreachable(db: Kysely<Tables>, noticeId: string): Promise<void> {
  await db
    .deleteFrom('unreachable_watchers')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('notices')
          .select('notices.id')
          .where('notices.id', '=', noticeId)
          .whereRef('notices.platform', '=', 'unreachable_watchers.platform')
          .whereRef('notices.watcher_kind', '=', 'unreachable_watchers.watcher_kind')
          .whereRef('notices.watcher_key', '=', 'unreachable_watchers.watcher_key'),
      ),
    )
    .execute();
}

function newRow({ watcher, keys, content }: NewNotice, issueId: string, nowMs: number): NoticeRow {
  const { platform, kind, key, recipientId, workspaceId } = watcher;
  return {
    id: fingerprint(platform, kind, key, issueId, ...keys),
    platform,
    channel_id: recipientId,
    watcher_kind: kind,
    watcher_key: key,
    workspace_id: workspaceId,
    issue_id: issueId,
    content: storableText(JSON.stringify(content)),
    ...asWaiting(nowMs),
  };
}

function toClaimedNotice(row: NoticeRow, owner: string): ClaimedNotice {
  return {
    ...itemOf(row),
    owner,
    watcher: watcherOf(row),
    content: JSON.parse(row.content) as NoticeContent,
  };
}

function watcherOf(row: NoticeRow): ClaimedNotice['watcher'] {
  return {
    platform: row.platform,
    kind: row.watcher_kind,
    key: row.watcher_key,
    recipientId: row.channel_id,
    workspaceId: row.workspace_id,
  };
}

function* parts<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += PART) yield items.slice(start, start + PART);
}
