import type { DiscordWorld } from './discord-world.ts';
import type { DiscordChannel, DiscordGuild, DiscordUser } from './world-model.ts';

/** A user by name or id. */
export function getUser({ users }: DiscordWorld, nameOrId: string): DiscordUser {
  return (
    users.get(nameOrId) ??
    pick(
      'user',
      nameOrId,
      [...users.values()].filter(({ username }) => username === nameOrId),
    )
  );
}

/** A channel or thread by name or id. */
export function getChannel({ channels }: DiscordWorld, nameOrId: string): DiscordChannel {
  return (
    channels.get(nameOrId) ??
    pick(
      'channel',
      nameOrId,
      [...channels.values()].filter(({ name }) => name === nameOrId),
    )
  );
}

/** A guild by name or id. */
export function getGuild({ guilds }: DiscordWorld, nameOrId: string): DiscordGuild {
  return (
    guilds.get(nameOrId) ??
    pick(
      'guild',
      nameOrId,
      [...guilds.values()].filter(({ name }) => name === nameOrId),
    )
  );
}

function pick<T>(kind: string, nameOrId: string, found: readonly T[]): T {
  const [first, ...others] = found;
  if (first === undefined) throw new Error(`the world has no ${kind} "${nameOrId}"`);
  if (others.length > 0) throw new Error(`the world has ${found.length} ${kind}s "${nameOrId}": say which by its id`);
  return first;
}
