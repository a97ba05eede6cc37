import type { Kysely } from 'kysely';
import type { PostedWords } from '#announcing/posted-words.ts';
import type { Tables } from '#storage/tables.ts';
import { fromOutboxRow } from './outbox-row.ts';

/** What posts said when they were sent, one row each. */
export function createStoredPostedWords(db: Kysely<Tables>): PostedWords {
  const insert = (postId: string, wordsKey: string, nowMs: number) =>
    db.insertInto('posted_words').values({ post_id: postId, words_key: wordsKey, at_ms: nowMs });
  return {
    async note(postId, wordsKey, nowMs) {
      await insert(postId, wordsKey, nowMs)
        .onConflict((conflict) => conflict.column('post_id').doNothing())
        .execute();
    },
    async replace(postId, wordsKey, nowMs) {
      await insert(postId, wordsKey, nowMs)
        .onConflict((conflict) => conflict.column('post_id').doUpdateSet({ words_key: wordsKey, at_ms: nowMs }))
        .execute();
    },
    async listSince(sinceMs, afterId, limit) {
      const rows = await db
        .selectFrom('outbox')
        .leftJoin('posted_words', 'posted_words.post_id', 'outbox.id')
        .selectAll('outbox')
        .select('posted_words.words_key')
        .where('outbox.state', '=', 'sent')
        .where('outbox.sent_ms', '>=', sinceMs)
        .$if(afterId !== undefined, (query) => query.where('outbox.id', '>', afterId ?? ''))
        .orderBy('outbox.id')
        .limit(limit)
        .execute();
      return rows.map(({ words_key, ...row }) => ({ ...fromOutboxRow(row), wordsKey: words_key ?? undefined }));
    },
  };
}
