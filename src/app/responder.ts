import type { FollowUp } from '#answering/follow-up.ts';
import { answerLine } from '#commands/run-command.ts';
import type { ConversationMemory } from '#conversation/conversation-memory.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Request } from '#conversation/request.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { createProcessMemory } from './process-memory.ts';

/** Answers whatever anybody says on any platform. */
export type Respond = (request: Request) => Reply;

/** Makes the one way in: each request is answered from the archive as it is at that moment. */
export function createResponder(
  getSnapshot: () => Snapshot,
  version: string,
  memory: ConversationMemory<FollowUp> = createProcessMemory(),
): Respond {
  return ({ text, conversationId, nowMs }) => {
    const known = memory.recall(conversationId, nowMs);
    const { reply, followUp } = answerLine(text, {
      snapshot: getSnapshot(),
      version,
      today: new Date(nowMs).toISOString().slice(0, 10),
      ...(known === undefined ? {} : { followUp: known }),
    });
    if (followUp !== undefined) memory.remember(conversationId, followUp, nowMs);
    return reply;
  };
}
