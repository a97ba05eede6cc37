import { type APIChannel, PermissionFlagsBits as bits, ChannelFlags, ChannelType } from 'discord.js';
import type { ChannelCheck } from '#announcing/channel-sender.ts';
import { noUsableTag } from '#platforms/discord/calling/codes.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import { type DiscordChannels, isForum, isThread } from './channels.ts';

/** Where nobody can write. */
const withoutMessages: readonly ChannelType[] = [ChannelType.GuildCategory, ChannelType.GuildDirectory];

/** Whether the bot can post in a channel, and see afterwards what it has posted; what is missing is named. */
export async function checkDiscordChannel(channelId: string, channels: DiscordChannels): Promise<ChannelCheck> {
  const channel = await channels.fetch(channelId).catch((error: unknown) => {
    const failure = toDeliveryError(error);
    if (failure.reason === 'try-later') throw failure;
    return failure.message;
  });
  if (typeof channel === 'string') return { canPost: false, problem: channel };
  if (withoutMessages.includes(channel.type)) {
    return { canPost: false, problem: 'Nothing can be posted in a channel of this kind: choose another.' };
  }
  const workspaceId = 'guild_id' in channel && channel.guild_id ? channel.guild_id : directWorkspaceId;
  const rights = await channels.fetchRights(channel);
  const sending = isThread(channel)
    ? { name: 'Send Messages in Threads', bit: bits.SendMessagesInThreads }
    : { name: 'Send Messages', bit: bits.SendMessages };
  const missing = [{ name: 'View Channel', bit: bits.ViewChannel }, sending].filter(({ bit }) => (rights & bit) === 0n);
  if (missing.length > 0) {
    const names = missing.map(({ name }) => `"${name}"`).join(' and ');
    return { canPost: false, problem: `I lack the permission ${names} in this channel: give it to me there.` };
  }
  if (findRequiredTag(channel) === 'none') {
    return { canPost: false, problem: noUsableTag };
  }
  if ((rights & bits.ReadMessageHistory) !== 0n) return { canPost: true, workspaceId };
  const warning =
    'I lack the permission "Read Message History" in this channel: a post that is in doubt will be held, since I cannot see whether it stands here.';
  return { canPost: true, workspaceId, warning };
}

/** Direct messages are in no server. */
const directWorkspaceId = '@me';

/** The tag of a forum that takes no post without one; `none` when it has none that the bot may use. */
export function findRequiredTag(channel: APIChannel): string | 'none' | undefined {
  if (!isForum(channel.type) || !('available_tags' in channel)) return undefined;
  if (((channel.flags ?? 0) & ChannelFlags.RequireTag) === 0) return undefined;
  return channel.available_tags.find(({ moderated }) => !moderated)?.id ?? 'none';
}
