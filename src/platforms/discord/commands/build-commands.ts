import {
  type APIApplicationCommandOption,
  type APIApplicationCommandSubcommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { CommandSpec } from '#commands/command-spec.ts';

/** The slash command's name. */
export const discordCommandName = 'arm';
/** The command in the menu of a message: its text becomes the question. */
export const messageCommandName = 'Ask Works on Arm about this';
/** The option that every command has besides its own. */
export const privateOptionName = 'private';

/** All that is registered with Discord: one slash command with a subcommand for each of the list, and the message command. */
export function buildDiscordCommands(
  commands: readonly CommandSpec[],
  { name }: { readonly name: string },
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const everywhere = {
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
  return [
    {
      ...everywhere,
      type: ApplicationCommandType.ChatInput,
      name,
      description: 'Ask what runs on Arm, answered from the issues of a weekly newsletter.',
      options: commands.map(buildSubcommand),
    },
    { ...everywhere, type: ApplicationCommandType.Message, name: messageCommandName },
  ];
}

function buildSubcommand({ name, description, options }: CommandSpec): APIApplicationCommandSubcommandOption {
  const own = options.map(({ name, description, isRequired }) => ({
    type: ApplicationCommandOptionType.String as const,
    name,
    description,
    required: isRequired,
    autocomplete: true as const,
  }));
  // Discord wants what is required first.
  const required = own.filter((option) => option.required);
  const optional = own.filter((option) => !option.required);
  const isPrivate = {
    type: ApplicationCommandOptionType.Boolean as const,
    name: privateOptionName,
    description: 'Show the answer to you alone.',
    required: false,
  };
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description,
    options: [...required, ...optional, isPrivate],
  } satisfies APIApplicationCommandOption;
}
