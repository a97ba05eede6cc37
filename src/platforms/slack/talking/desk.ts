import type { Asker, Place } from '#conversation/request.ts';
import type { HearingParts, Offers } from '#platforms/chat-platform.ts';
import type { AnswerOnceParts } from '#traffic/answer-once.ts';
import type { SendInTurn } from './sender.ts';
import { isDirectMessage } from './sender.ts';

/** What the listeners of all Slack's entry points work with. */
export interface SlackDesk
  extends AnswerOnceParts,
    Pick<HearingParts, 'respond' | 'rate'>,
    Pick<Offers, 'suggestQuestions'> {
  /** Ids of the people who may subscribe channels; everybody in the channel when it is undefined. */
  readonly managerIds?: ReadonlySet<string> | undefined;
  /** The line before each channel. */
  readonly sendInTurn: SendInTurn;
  /** Told whenever Slack refuses the token of what was to be sent. */
  readonly onTokenRefused: () => void;
}

/** Who asks where; ids are unique within one workspace only. */
export function toSlackAsker(teamId: string, userId: string, channelId: string): Asker {
  const reachedAs = { userId, workspaceId: teamId };
  return { platform: 'slack', userId: `${teamId}:${userId}`, channelId: `${teamId}:${channelId}`, reachedAs };
}

/** The channel that somebody asks in, and whether they may decide for it. */
export function toSlackPlace(teamId: string, userId: string, channelId: string, { managerIds }: SlackDesk): Place {
  const isManager = managerIds?.has(userId) ?? true;
  const isDirect = isDirectMessage(channelId);
  return { platform: 'slack', workspaceId: teamId, channelId, askerId: userId, isDirect, isManager };
}
