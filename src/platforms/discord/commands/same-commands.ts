import { isDeepStrictEqual } from 'node:util';
import type { APIApplicationCommand, RESTPostAPIApplicationCommandsJSONBody } from 'discord.js';

/** What Discord gives to a command that is registered, and nobody asks for. */
const given = new Set(['id', 'application_id', 'guild_id', 'version', 'dm_permission', 'default_permission']);

/**
 * Whether what is registered is what we want, so that nothing is registered again without need. What Discord gives to it or
 * leaves out of it, and the order of commands, make no difference; one command too many does.
 */
export function sameCommands(
  registered: readonly Partial<APIApplicationCommand>[],
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
): boolean {
  return isDeepStrictEqual(reduceCommands(registered), reduceCommands(wanted));
}

function reduceCommands(commands: readonly Partial<APIApplicationCommand | RESTPostAPIApplicationCommandsJSONBody>[]) {
  const reduced = commands.map(({ contexts, integration_types: installs, ...command }) =>
    reduce({ ...command, contexts: contexts?.toSorted(), integration_types: installs?.toSorted() }),
  );
  return new Map(reduced.map((command) => [JSON.stringify([command.type, command.name]), command]));
}

/** Without what says nothing: Discord fills in some of it, and leaves out some. */
function reduce(object: object): Record<string, unknown> {
  const entries = Object.entries(object).filter(([key, value]) => !given.has(key) && !saysNothing(value));
  return Object.fromEntries(entries.map(([key, value]) => [key, reduceValue(value)]));
}

function reduceValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reduceValue);
  return typeof value === 'object' && value !== null ? reduce(value) : value;
}

function saysNothing(value: unknown): boolean {
  return value == null || value === false || value === '' || (typeof value === 'object' && isEmpty(value));
}

function isEmpty(value: object): boolean {
  return Object.keys(value).length === 0;
}
