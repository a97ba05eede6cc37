import { isDeepStrictEqual } from 'node:util';
import {
  type APIApplicationCommand,
  type APIApplicationCommandOption,
  ApplicationCommandType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';

type Registered = Pick<APIApplicationCommand, 'name'> & Partial<APIApplicationCommand>;

/**
 * Whether what is registered is what we want, so that nothing is registered again without need. Ids, versions, the order
 * of commands, and what Discord fills in where nothing was set make no difference; one command too many does.
 */
export function sameCommands(
  registered: readonly Registered[],
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): boolean {
  return isDeepStrictEqual(registered.map(reduceCommand).sort(byKey), wanted.map(reduceCommand).sort(byKey));
}

function reduceCommand(command: Registered | RESTPostAPIApplicationCommandsJSONBody) {
  const { type = ApplicationCommandType.ChatInput, name, contexts, integration_types: installs } = command;
  const { description = '', options = [] } = command as { description?: string; options?: readonly AnyOption[] };
  return {
    key: `${type} ${name}`,
    description,
    options: options.map(reduceOption),
    nsfw: command.nsfw ?? false,
    default_member_permissions: command.default_member_permissions ?? null,
    contexts: contexts ? [...contexts].sort() : null,
    integration_types: [...(installs ?? [0])].sort(),
    ...reduceTranslations(command),
  };
}

type AnyOption = APIApplicationCommandOption & {
  readonly options?: readonly AnyOption[];
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
  readonly autocomplete?: boolean;
};

/** With the further limits that an option may have, in case we set one some day. */
function reduceOption(option: AnyOption): object {
  const { options = [], choices = [], required = false, autocomplete = false } = option;
  const { type, name, description, ...rest } = option;
  const others = Object.fromEntries(
    Object.entries(rest).filter(([key, value]) => /^(?:min|max)_|^channel_types$/.test(key) && value != null),
  );
  return {
    ...others,
    ...reduceTranslations(option),
    type,
    name,
    description,
    required,
    autocomplete,
    choices: choices.map(({ name, value }) => ({ name, value })),
    options: options.map(reduceOption),
  };
}

function reduceTranslations(of: { name_localizations?: unknown; description_localizations?: unknown }) {
  return {
    name_localizations: of.name_localizations ?? {},
    description_localizations: of.description_localizations ?? {},
  };
}

function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
