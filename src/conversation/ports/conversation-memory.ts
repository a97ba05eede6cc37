/**
 * What conversations are about, kept for a while: in memory for one process, in the store when replicas share the
 * conversations. `Subject` is the core's, plain JSON; whoever keeps it need not know what is in it.
 */
export interface ConversationMemory<Subject> {
  /** What was remembered last, unless it is too old by then. */
  readonly recall: (conversationId: string, nowMs: number) => Promise<Subject | undefined>;
  readonly remember: (conversationId: string, subject: Subject, nowMs: number) => Promise<void>;
}

/** How long a subject is kept after it was last spoken of: people come back within minutes or with a new question. */
export const SUBJECT_KEPT_MS = 10 * 60 * 1000;
