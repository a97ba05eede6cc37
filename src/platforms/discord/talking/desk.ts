import type { BaseInteraction, Channel } from 'discord.js';
import type { Asker, Place } from '#conversation/request.ts';
import type { HearingParts, Offers } from '#platforms/chat-platform.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { AnswerOnceParts } from '#traffic/answer-once.ts';
import type { CustomIds } from './custom-id.ts';
import type { DiscordSender } from './sender.ts';

/** What the listeners of all Discord's entry points work with. */
export interface DiscordDesk
  extends AnswerOnceParts,
    Pick<HearingParts, 'respond' | 'rate'>,
    Pick<Offers, 'commands' | 'complete' | 'maxQuestionCharacters'> {
  readonly customIds: CustomIds;
  readonly sender: DiscordSender;
  /** Whether so much was refused of what was done for them that they are left alone for a while. */
  readonly isSpent: RequestGuard['isSpent'];
}

/** What somebody says or presses, as far as answering is concerned: an interaction as it is, or the same of a message. */
export interface Deed extends Pick<BaseInteraction, 'channelId' | 'user' | 'guildId' | 'memberPermissions'> {
  readonly channel: Channel | null;
}

/** Who asks where, which conversation it belongs to, and the channel that could be subscribed. */
export function describeRequest({ channelId: spokenIn, channel, user, guildId, memberPermissions }: Deed) {
  const userId = user.id;
  const channelId = spokenIn ?? userId;
  const isDirect = guildId === null;
  // The channel that a thread or a forum's post belongs to.
  const parentId = channel?.isThread() ? channel.parentId : null;
  // In a thread or in private everybody speaks of the same thing; in a channel many things are spoken of at once.
  const isShared = isDirect || parentId !== null;
  // A person is the same everywhere on Discord.
  const asker: Asker = { platform: 'discord', userId, channelId, reachedAs: { userId, workspaceId: '@me' } };
  const place: Place = {
    platform: 'discord',
    // As in Discord's own addresses.
    workspaceId: guildId ?? '@me',
    // Threads are closed some day: what is decided for one holds for its channel.
    channelId: parentId ?? channelId,
    askerId: userId,
    isDirect,
    isManager: isDirect || (memberPermissions?.has('ManageGuild') ?? false),
  };
  return { conversationId: isShared ? `discord:${channelId}` : `discord:${channelId}:${userId}`, asker, place };
}
