import type { Response } from '#conversation/response.ts';
import { type SlackDesk, toSlackAsker } from './desk.ts';
import { readSlackText } from './mention-text.ts';

/** Asks from a modal or the Home tab. They are in no channel: the conversation, and the budget, is the person's own. */
export function askInView(desk: SlackDesk, teamId: string, userId: string, text: string): Promise<Response> {
  return desk.respond({
    text: readSlackText(text),
    conversationId: conversationInViews(teamId, userId),
    nowMs: desk.now(),
    asker: toSlackAsker(teamId, userId, `view of ${userId}`),
  });
}

/** The conversation of all views of one person. */
export function conversationInViews(teamId: string, userId: string): string {
  return `slack:${teamId}:view:${userId}`;
}
