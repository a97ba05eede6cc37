import {
  type APIChannel,
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  type APIUser,
  ChannelType,
  type REST,
  Routes,
} from 'discord.js';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { computeChannelPermissions } from './channel-permissions.ts';

/** Asks Discord about channels; works without the gateway. */
export interface DiscordChannels {
  /** What the gateway knows, or what was asked before, or what Discord says now. */
  readonly getType: (channelId: string) => Promise<ChannelType>;
  readonly fetch: (channelId: string) => Promise<APIChannel>;
  /** What the bot may do there at this moment; everything where no server decides about it. */
  readonly fetchRights: (channel: APIChannel) => Promise<bigint>;
  readonly fetchOwnId: () => Promise<string>;
  /** The id of the channel of direct messages with a person. Discord keeps it, and gives the same one again. */
  readonly openDirect: (userId: string) => Promise<string>;
}

export interface DiscordChannelParts {
  /** One that repeats nothing by itself, and is paced. */
  readonly rest: REST;
  /** From the gateway's memory, where there is one; it saves a question for each channel. */
  readonly findKnownType?: ((channelId: string) => ChannelType | undefined) | undefined;
}

const MANY_PEOPLE = 5_000;

/** Makes it; what it throws is whatever the SDK throws. */
export function createDiscordChannels({ rest, findKnownType }: DiscordChannelParts): DiscordChannels {
  const types = new Map<string, ChannelType>();
  const direct = new Map<string, string>();
  let ownId: string | undefined;

  const get = <T>(route: `/${string}`) => rest.get(route) as Promise<T>;
  const fetch = async (channelId: string) => {
    const channel = await get<APIChannel>(Routes.channel(channelId));
    types.set(channelId, channel.type);
    return channel;
  };
  const fetchOwnId = async () => {
    ownId ??= (await get<APIUser>(Routes.user())).id;
    return ownId;
  };

  return {
    fetch,
    fetchOwnId,
    async openDirect(userId) {
      const known = direct.get(userId);
      if (known !== undefined) return known;
      const { id, type } = (await rest.post(Routes.userChannels(), { body: { recipient_id: userId } })) as APIChannel;
      if (typeof id !== 'string') throw new DeliveryError('try-later', 'Discord’s answer could not be read.');
      if (direct.size >= MANY_PEOPLE) direct.clear();
      direct.set(userId, id);
      types.set(id, type);
      return id;
    },
    getType: async (channelId) => findKnownType?.(channelId) ?? types.get(channelId) ?? (await fetch(channelId)).type,
    async fetchRights(channel) {
      if (!('guild_id' in channel) || channel.guild_id === undefined) return ~0n;
      const userId = await fetchOwnId();
      const guild = await get<APIGuild>(Routes.guild(channel.guild_id));
      const member = await get<APIGuildMember>(Routes.guildMember(channel.guild_id, userId));
      // A thread has no overwrites of its own.
      const holder = isThread(channel) && channel.parent_id ? await fetch(channel.parent_id) : channel;
      return computeChannelPermissions({
        guild,
        member: { roles: member.roles, userId },
        channel: holder as APIGuildChannel,
      });
    },
  };
}

/** Whether posts there are threads of their own. */
export function isForum(type: ChannelType): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}

/** Whether a channel is a thread within another one. */
export function isThread(channel: APIChannel): channel is Extract<APIChannel, { type: ThreadType }> {
  return (threadTypes as readonly ChannelType[]).includes(channel.type);
}

const threadTypes = [ChannelType.AnnouncementThread, ChannelType.PublicThread, ChannelType.PrivateThread] as const;
type ThreadType = (typeof threadTypes)[number];
