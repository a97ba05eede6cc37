import { apiError } from './api-error.ts';
import { hasPermission } from './compute-permissions.ts';
import type { DiscordBackend } from './discord-backend.ts';
import type { PermissionName } from './permission-bits.ts';
import { channelTypes, type DiscordChannel, type DiscordGuild } from './world-model.ts';

const textless: readonly number[] = [channelTypes.forum, channelTypes.category];

/** A channel that the bot can see; 10003 when there is none, 50001 when it is not for the bot's eyes. */
export function getVisibleChannel({ world }: DiscordBackend, channelId: string): DiscordChannel {
  const channel = world.channels.get(channelId);
  if (channel === undefined) throw apiError(10003);
  if (!hasPermission(world, channel, world.bot.id, 'ViewChannel')) throw apiError(50001);
  return channel;
}

/** A channel that the bot can see and that holds messages. */
export function getTextChannel(backend: DiscordBackend, channelId: string): DiscordChannel {
  const channel = getVisibleChannel(backend, channelId);
  if (textless.includes(channel.type)) throw apiError(50008);
  return channel;
}

/** Refuses with 50013 what the bot may not do in a channel. */
export function needPermission({ world }: DiscordBackend, channel: DiscordChannel, name: PermissionName): void {
  if (!hasPermission(world, channel, world.bot.id, name)) throw apiError(50013);
}

/** A guild that the bot is in. */
export function getOwnGuild({ world }: DiscordBackend, guildId: string): DiscordGuild {
  const guild = world.guilds.get(guildId);
  if (guild === undefined) throw apiError(10004);
  if (!guild.members.has(world.bot.id)) throw apiError(50001);
  return guild;
}
