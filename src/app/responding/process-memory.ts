import { type ConversationMemory, SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';
import { keepNewest } from '#traffic/keep-newest.ts';

/** The conversation that was silent longest is forgotten first. */
const MAX_CONVERSATIONS = 1000;

/** Remembers in this process alone, at most so many conversations and for ten minutes each. */
export function createProcessMemory<Subject>(): ConversationMemory<Subject> {
  const kept = new Map<string, { subject: Subject; sinceMs: number }>();
  return {
    async recall(conversationId, nowMs) {
      const entry = kept.get(conversationId);
      return entry && nowMs - entry.sinceMs <= SUBJECT_KEPT_MS ? entry.subject : undefined;
    },
    async remember(conversationId, subject, nowMs) {
      keepNewest(kept, conversationId, { subject, sinceMs: nowMs }, MAX_CONVERSATIONS);
    },
  };
}
