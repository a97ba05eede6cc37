import type { Kysely } from 'kysely';
import { subjectKeptMs } from '#conversation/conversation-memory.ts';
import { linesKeptMs } from '#conversation/line-keeper.ts';
import { notesKeptMs } from '#conversation/reader-notes.ts';
import type { Tables } from './tables.ts';

/** Removes what is past its time, a table at a time, so that nobody waits long. Resolves to the number of rows. */
export async function purgeStore(db: Kysely<Tables>, nowMs: number): Promise<number> {
  const results = [
    await db
      .deleteFrom('follow_up_subjects')
      .where('at_ms', '<', nowMs - subjectKeptMs)
      .executeTakeFirst(),
    await db.deleteFrom('handled_events').where('until_ms', '<=', nowMs).executeTakeFirst(),
    await db
      .deleteFrom('kept_lines')
      .where('at_ms', '<', nowMs - linesKeptMs)
      .executeTakeFirst(),
    await db
      .deleteFrom('feedback')
      .where('at_ms', '<', nowMs - notesKeptMs)
      .executeTakeFirst(),
    await db
      .deleteFrom('unanswered_questions')
      .where('at_ms', '<', nowMs - notesKeptMs)
      .executeTakeFirst(),
  ];
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}
