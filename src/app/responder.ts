import type { FollowUp } from '#answering/follow-up.ts';
import { answerLine } from '#commands/run-command.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Request } from '#conversation/request.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** Answers whatever anybody says on any platform. */
export type Respond = (request: Request) => Reply;

/** Conversations whose subject is remembered; the one that was silent longest is forgotten first. */
const maxConversations = 1000;

/** Makes the one way in: each request is answered from the archive as it is at that moment. */
export function createResponder(getSnapshot: () => Snapshot, version: string): Respond {
  const followUps = new Map<string, FollowUp>();
  return ({ text, conversationId, nowMs }) => {
    const known = followUps.get(conversationId);
    const { reply, followUp } = answerLine(text, {
      snapshot: getSnapshot(),
      version,
      today: new Date(nowMs).toISOString().slice(0, 10),
      ...(known === undefined ? {} : { followUp: known }),
    });
    followUps.delete(conversationId);
    if (followUp !== undefined) followUps.set(conversationId, followUp);
    const oldest = followUps.keys().next();
    if (followUps.size > maxConversations && !oldest.done) followUps.delete(oldest.value);
    return reply;
  };
}
