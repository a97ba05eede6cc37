import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { ReaderNotes } from '#conversation/ports/reader-notes.ts';
import type { Tables } from '#storage/tables.ts';
import { shortKey } from './short-key.ts';
import { storableText } from './storable-text.ts';

const noteTables = ['feedback', 'unanswered_questions'] as const;

/** What readers let us know, under keys that are no names. */
export function createStoredReaderNotes(db: Kysely<Tables>): ReaderNotes {
  return {
    async recordFeedback({ platform, readerKey, line: text, isHelpful, issueId, atMs }) {
      const line = storableText(text);
      const verdict = { is_helpful: isHelpful ? 1 : 0, issue_id: issueId ?? null, at_ms: atMs };
      await db
        .insertInto('feedback')
        .values({ platform, reader_key: readerKey, line_key: shortKey(line), line, ...verdict })
        .onConflict((conflict) => conflict.columns(['reader_key', 'platform', 'line_key']).doUpdateSet(verdict))
        .execute();
    },
    async recordUnanswered({ platform, readerKey, question, atMs }) {
      await db
        .insertInto('unanswered_questions')
        .values({
          id: randomUUID(),
          platform,
          reader_key: readerKey,
          question: storableText(question),
          at_ms: atMs,
        })
        .execute();
    },
    async listUnanswered(limit) {
      const rows = await db
        .selectFrom('unanswered_questions')
        .selectAll()
        .orderBy('at_ms', 'desc')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        platform: row.platform,
        readerKey: row.reader_key,
        question: row.question,
        atMs: row.at_ms,
      }));
    },
    async listFeedback(limit) {
      const rows = await db
        .selectFrom('feedback')
        .selectAll()
        .orderBy('at_ms', 'desc')
        .orderBy('line_key')
        .orderBy('reader_key')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        platform: row.platform,
        readerKey: row.reader_key,
        line: row.line,
        isHelpful: row.is_helpful === 1,
        issueId: row.issue_id ?? undefined,
        atMs: row.at_ms,
      }));
    },
    purge: (beforeMs) =>
      db.transaction().execute(async (transaction) => {
        let removed = 0;
        for (const table of noteTables) {
          const result = await transaction.deleteFrom(table).where('at_ms', '<', beforeMs).executeTakeFirst();
          removed += Number(result.numDeletedRows);
        }
        return removed;
      }),
    forget: (readerKey) =>
      db.transaction().execute(async (transaction) => {
        let removed = 0;
        for (const table of noteTables) {
          const result = await transaction.deleteFrom(table).where('reader_key', '=', readerKey).executeTakeFirst();
          removed += Number(result.numDeletedRows);
        }
        return removed;
      }),
  };
}
