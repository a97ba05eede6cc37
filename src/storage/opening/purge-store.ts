import { type Kysely, sql } from 'kysely';
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
  let removed = await createStoredWatches(db, engine).dropUnreachable(nowMs - UNREACHABLE_KEPT_MS);
  for (const past of [
    sql`follow_up_subjects where at_ms < ${nowMs - SUBJECT_KEPT_MS}`,
    sql`handled_events where until_ms <= ${nowMs}`,
    sql`kept_lines where at_ms < ${nowMs - LINES_KEPT_MS}`,
    sql`feedback where at_ms < ${nowMs - NOTES_KEPT_MS}`,
    sql`unanswered_questions where at_ms < ${nowMs - NOTES_KEPT_MS}`,
    sql`notices where planned_ms < ${nowMs - NOTICES_KEPT_MS} and next_try_ms is null`,
    sql`posted_words where at_ms < ${nowMs - WORDS_KEPT_MS}`,
    sql`known_statements where at_ms < ${nowMs - NOTICES_KEPT_MS} and issue_id != ''`,
  ]) {
    const { numAffectedRows = 0n } = await sql`delete from ${past}`.execute(db);
    removed += Number(numAffectedRows);
  }
  return removed;
}
