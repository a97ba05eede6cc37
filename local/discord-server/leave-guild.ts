import type { DiscordBackend } from './discord-backend.ts';
import type { DiscordGuild } from './world-model.ts';

/** Takes the bot out of a guild, whoever wanted it: its commands there go with it. */
export function leaveGuild({ world, gateway, commands }: DiscordBackend, guild: DiscordGuild): void {
  guild.members.delete(world.bot.id);
  commands.forget(guild.id);
  gateway.tell({ name: 'GUILD_DELETE', guildId: guild.id, render: () => ({ id: guild.id }) });
}
