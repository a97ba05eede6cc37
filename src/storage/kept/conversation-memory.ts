import type { Kysely } from 'kysely';
import { type ConversationMemory, SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { compileOnce } from '#storage/compile-once.ts';
import type { Tables } from '#storage/tables.ts';
import { shortKey } from './short-key.ts';

/**
 * What conversations are about, for all replicas and across restarts. The name of a conversation may hold the id of a person,
 * and is not kept: what stands for it is.
 */
export function createStoredConversationMemory<Subject>(db: Kysely<Tables>): ConversationMemory<Subject> {
  type Recall = { readonly conversation: string; readonly sinceMs: number };
  type Remember = { readonly conversation: string; readonly subject: string; readonly atMs: number };
  const recallOne = compileOnce<Recall, { subject: string }>((value) =>
    db
      .selectFrom('follow_up_subjects')
      .select('subject')
      .where('conversation_id', '=', value('conversation'))
      .where('at_ms', '>=', value('sinceMs')),
  );
  const rememberOne = compileOnce<Remember, unknown>((value) => {
    const row = { subject: value('subject'), at_ms: value('atMs') };
    return db
      .insertInto('follow_up_subjects')
      .values({ conversation_id: value('conversation'), ...row })
      .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row));
  });
  return {
    async recall(conversationId, nowMs) {
      const conversation = shortKey(conversationId);
      const { rows } = await db.executeQuery(recallOne({ conversation, sinceMs: nowMs - SUBJECT_KEPT_MS }));
      return rows[0] && JSON.parse(rows[0].subject);
    },
    async remember(conversationId, about, nowMs) {
      const subject = JSON.stringify(about);
      await db.executeQuery(rememberOne({ conversation: shortKey(conversationId), subject, atMs: nowMs }));
    },
  };
}
