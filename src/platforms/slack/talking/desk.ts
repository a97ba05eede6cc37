import type { Asker, Place } from '#conversation/request.ts';
import type { Rate, Respond } from '#conversation/response.ts';
import type { AnswerOnceParts } from '#traffic/answer-once.ts';
import type { SendInTurn } from './sender.ts';
import { isDirectMessage } from './sender.ts';

/** What the listeners of all Slack's entry points work with. */
export interface SlackDesk extends AnswerOnceParts {
  readonly respond: Respond;
  readonly rate: Rate;
  /** Ids of the people who may subscribe channels; everybody in the channel when it is undefined. */
  readonly managerIds?: ReadonlySet<string> | undefined;
  /** Questions that this archive can answer, for a person who does not know what to ask. */
  readonly suggestQuestions: (limit: number) => readonly string[];
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
