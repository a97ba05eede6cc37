import { type ConversationMemory, SUBJECT_KEPT_MS } from '#conversation/ports/conversation-memory.ts';

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
      // Set anew, so that the map's own order is by last use.
      kept.delete(conversationId);
      kept.set(conversationId, { subject, sinceMs: nowMs });
      const oldest = kept.keys().next();
      if (kept.size > MAX_CONVERSATIONS && !oldest.done) kept.delete(oldest.value);
    },
  };
}
