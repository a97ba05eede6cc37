import type { Kysely } from 'kysely';
import { fingerprint } from '#announcing/fingerprint.ts';
import { type ConversationMemory, SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { compileOnce } from '#storage/compile-once.ts';
import type { QuickStatements } from '#storage/store-connection.ts';
import type { Tables } from '#storage/tables.ts';

/** Nobody goes on sooner than the answer is sent; that it was is then written along with it. */
const REMEMBERED_WITHIN_MS = 50;

/**
 * What conversations are about, for all replicas and across restarts. The name of a conversation may hold the id of a person,
 * and is not kept: what stands for it is.
 */
export function createStoredConversationMemory<Subject>(
  db: Kysely<Tables>,
  quick: QuickStatements,
): ConversationMemory<Subject> {
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
      const conversation = fingerprint(conversationId);
      await quick.settle();
      const [row] = await quick.run(recallOne({ conversation, sinceMs: nowMs - SUBJECT_KEPT_MS }));
      return row && JSON.parse(row.subject);
    },
    async remember(conversationId, about, nowMs) {
      const subject = JSON.stringify(about);
      const conversation = fingerprint(conversationId);
      await quick.runWithin(REMEMBERED_WITHIN_MS, rememberOne({ conversation, subject, atMs: nowMs }));
    },
  };
}
