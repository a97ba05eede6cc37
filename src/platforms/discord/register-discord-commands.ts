import { type APIApplicationCommand, type REST, type RESTPostAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import type { Log } from '#conversation/log.ts';
import { toDeliveryError } from './discord-errors.ts';
import { sameCommands } from './same-commands.ts';

/**
 * Registers the commands for one server, or for all, unless exactly they are registered already. A refusal is told in the
 * log: mentions work without.
 */
export async function registerDiscordCommands(
  rest: REST,
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  { applicationId, guildId }: { readonly applicationId: string; readonly guildId: string | undefined },
  log: Log,
): Promise<void> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  try {
    const registered = (await rest.get(route)) as APIApplicationCommand[];
    if (sameCommands(registered, wanted)) return log.debug('The commands are registered already.', { guildId });
    await rest.put(route, { body: wanted });
    log.info('The commands are registered.', { guildId, commands: wanted.map(({ name }) => name) });
  } catch (error) {
    const remedy =
      guildId === undefined ? toDeliveryError(error).message : `DISCORD_GUILD_ID: ${toDeliveryError(error).message}`;
    log.error('The commands could not be registered.', { guildId, remedy, error });
  }
}
