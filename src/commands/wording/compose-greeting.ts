import type { Reply } from '#conversation/reply.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { findExampleQuestions } from './find-example-questions.ts';

/** What a chat opens with: one line with a question that this archive can answer. */
export function composeGreeting(snapshot: Snapshot): Reply {
  const text = `Ask me what runs on Arm: ${findExampleQuestions(snapshot, 1)[0]} (help, quit)`;
  return { blocks: [{ kind: 'lead', text, verdict: undefined }], audience: 'private' };
}
