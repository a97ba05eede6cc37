import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { fingerprint } from '#announcing/fingerprint.ts';
import type { ReaderNotes } from '#conversation/ports/reader-notes.ts';
import { compileOnce } from '#storage/compile-once.ts';
import type { QuickStatements } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';
import { storableText } from './storable-text.ts';

const noteTables = ['feedback', 'unanswered_questions'] as const;
/** Nobody waits for it. */
const RECORDED_WITHIN_MS = 50;

/** What readers let us know, under keys that are no names. */
export function createStoredReaderNotes(db: Kysely<Tables>, quick: QuickStatements): ReaderNotes {
  type Unanswered = { readonly id: string; readonly readerKey: string; readonly atMs: number } & Record<
    'platform' | 'question',
    string
  >;
  const recordOne = compileOnce<Unanswered, unknown>((value) =>
    db.insertInto('unanswered_questions').values({
      id: value('id'),
      platform: value('platform'),
      reader_key: value('readerKey'),
      question: value('question'),
      at_ms: value('atMs'),
    }),
  );
  return {
    async recordFeedback({ platform, readerKey, line: text, isHelpful, issueId, atMs }) {
      const line = storableText(text);
      const verdict = { is_helpful: isHelpful ? 1 : 0, issue_id: issueId ?? null, at_ms: atMs };
      await db
        .insertInto('feedback')
        .values({ platform, reader_key: readerKey, line_key: fingerprint(line), line, ...verdict })
        .onConflict((conflict) => conflict.columns(['reader_key', 'platform', 'line_key']).doUpdateSet(verdict))
        .execute();
    },
    async recordUnanswered({ question, ...asked }) {
      const row = recordOne({ ...asked, id: randomUUID(), question: storableText(question) });
      await quick.runWithin(RECORDED_WITHIN_MS, row);
    },
    async listUnanswered(limit) {
      await quick.settle();
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
    async forget(readerKey) {
      // What was asked a moment ago may still be on its way.
      await quick.settle();
      return db.transaction().execute(async (transaction) => {
        let removed = 0;
        for (const table of noteTables) {
          const result = await transaction.deleteFrom(table).where('reader_key', '=', readerKey).executeTakeFirst();
          removed += Number(result.numDeletedRows);
        }
        return removed;
      });
    },
  };
}
