import type { Channel, PermissionsBitField } from 'discord.js';
import type { CommandSpec, OptionKind } from '#commands/command-spec.ts';
import type { Asker, Place } from '#conversation/request.ts';
import type { Rate, Respond } from '#conversation/response.ts';
import type { Choice } from '#platforms/chat-platform.ts';
import type { RequestGuard } from '#platforms/discord/calling/guard-requests.ts';
import type { AnswerOnceParts } from '#traffic/answer-once.ts';
import type { CustomIds } from './custom-id.ts';
import type { DiscordSender } from './sender.ts';

/** What the listeners of all Discord's entry points work with. */
export interface DiscordDesk extends AnswerOnceParts {
  readonly respond: Respond;
  readonly rate: Rate;
  readonly commands: readonly CommandSpec[];
  /** What a half-typed option may become, likeliest first. */
  readonly complete: (kind: OptionKind, typed: string, limit: number) => readonly Choice[];
  /** The longest question that is read. */
  readonly maxQuestionCharacters: number;
  readonly customIds: CustomIds;
  readonly sender: DiscordSender;
  /** Whether so much was refused of what was done for them that they are left alone for a while. */
  readonly isSpent: RequestGuard['isSpent'];
}

/** Where somebody speaks, as far as answering is concerned. */
export interface Whereabouts {
  readonly channelId: string;
  readonly userId: string;
  /** Undefined in a direct message. */
  readonly guildId: string | undefined;
  /** The channel that a thread or a forum's post belongs to. */
  readonly parentId: string | undefined;
  /** What the person may do there; null where Discord does not say. */
  readonly permissions: Readonly<PermissionsBitField> | null;
}

/** The parent of a thread; undefined for any other channel, and for one that is not known. */
export function findParentId(channel: Channel | null): string | undefined {
  return channel?.isThread() ? (channel.parentId ?? undefined) : undefined;
}

/** Who asks where, which conversation it belongs to, and the channel that could be subscribed. */
export function describeRequest({ channelId, userId, guildId, parentId, permissions }: Whereabouts): {
  readonly conversationId: string;
  readonly asker: Asker;
  readonly place: Place;
} {
  // In a thread or in private everybody speaks of the same thing; in a channel many things are spoken of at once.
  const isShared = guildId === undefined || parentId !== undefined;
  return {
    conversationId: isShared ? `discord:${channelId}` : `discord:${channelId}:${userId}`,
    // A person is the same everywhere on Discord.
    asker: { platform: 'discord', userId, channelId, reachedAs: { userId, workspaceId: '@me' } },
    place: {
      platform: 'discord',
      // As in Discord's own addresses.
      workspaceId: guildId ?? '@me',
      // Threads are closed some day: what is decided for one holds for its channel.
      channelId: parentId ?? channelId,
      askerId: userId,
      isDirect: guildId === undefined,
      isManager: guildId === undefined || (permissions?.has('ManageGuild') ?? false),
    },
  };
}
