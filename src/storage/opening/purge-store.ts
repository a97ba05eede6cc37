import type { Kysely } from 'kysely';
import { WORDS_KEPT_MS } from '#announcing/posted-words.ts';
import { SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import { NOTES_KEPT_MS } from '#conversation/ports/reader-notes.ts';
import { createStoredWatches } from '#storage/kept/watches.ts';
import type { Engine } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';
import { NOTICES_KEPT_MS, UNREACHABLE_KEPT_MS } from '#watching/watch.ts';

/** Removes what is past its time, a table at a time, so that nobody waits long. Resolves to the number of rows. */
export async function purgeStore(db: Kysely<Tables>, engine: Engine, nowMs: number): Promise<number> {
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
    await db
      .deleteFrom('notices')
      .where('planned_ms', '<', nowMs - NOTICES_KEPT_MS)
      .where('next_try_ms', 'is', null)
      .executeTakeFirst(),
    await db
      .deleteFrom('posted_words')
      .where('at_ms', '<', nowMs - WORDS_KEPT_MS)
      .executeTakeFirst(),
    await db
      .deleteFrom('known_statements')
      .where('at_ms', '<', nowMs - NOTICES_KEPT_MS)
      .where('issue_id', '!=', '')
      .executeTakeFirst(),
  ];
  const dropped = await createStoredWatches(db, engine).dropUnreachable(nowMs - UNREACHABLE_KEPT_MS);
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), dropped);
}
