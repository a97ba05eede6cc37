import type { Kysely } from 'kysely';
import { SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import { NOTES_KEPT_MS } from '#conversation/ports/reader-notes.ts';
import type { Tables } from '#storage/tables.ts';

/** Removes what is past its time, a table at a time, so that nobody waits long. Resolves to the number of rows. */
export async function purgeStore(db: Kysely<Tables>, nowMs: number): Promise<number> {
  const results = [
    await db
      .deleteFrom('follow_up_subjects')
      .where('at_ms', '<', nowMs - SUBJECT_KEPT_MS)
      .executeTakeFirst(),
    await db.deleteFrom('handled_events').where('until_ms', '<=', nowMs).executeTakeFirst(),
    await db
      .deleteFrom('kept_lines')
      .where('at_ms', '<', nowMs - LINES_KEPT_MS)
      .executeTakeFirst(),
    await db
      .deleteFrom('feedback')
      .where('at_ms', '<', nowMs - NOTES_KEPT_MS)
      .executeTakeFirst(),
    await db
      .deleteFrom('unanswered_questions')
      .where('at_ms', '<', nowMs - NOTES_KEPT_MS)
      .executeTakeFirst(),
  ];
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
