import type { Kysely } from 'kysely';
import { type ConversationMemory, SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import type { Tables } from '#storage/tables.ts';
import { shortKey } from './short-key.ts';

/**
 * What conversations are about, for all replicas and across restarts. The name of a conversation may hold the id of a person,
 * and is not kept: what stands for it is.
 */
export function createStoredConversationMemory<Subject>(db: Kysely<Tables>): ConversationMemory<Subject> {
  return {
    async recall(conversationId, nowMs) {
      const row = await db
        .selectFrom('follow_up_subjects')
        .select('subject')
        .where('conversation_id', '=', shortKey(conversationId))
        .where('at_ms', '>=', nowMs - SUBJECT_KEPT_MS)
        .executeTakeFirst();
      return row && JSON.parse(row.subject);
    },
    async remember(conversationId, subject, nowMs) {
      const row = { subject: JSON.stringify(subject), at_ms: nowMs };
      await db
        .insertInto('follow_up_subjects')
        .values({ conversation_id: shortKey(conversationId), ...row })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row))
        .execute();
    },
  };
}
