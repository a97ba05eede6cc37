import { toPermissionBits } from './permission-bits.ts';
import { createSpreadSnowflakes } from './snowflake.ts';
import {
  channelTypes,
  type DiscordChannel,
  type DiscordGuild,
  type DiscordMessage,
  type DiscordOverwrite,
  type DiscordRole,
  type DiscordUser,
} from './world-model.ts';
import {
  type ChannelOptions,
  type GuildOptions,
  ordinaryPermissions,
  ordinaryWorld,
  type PrivilegedIntent,
  type WorldOptions,
} from './world-options.ts';

/** Everything that exists on the server: people, guilds, channels and what was said in them. */
export type DiscordWorld = {
  readonly bot: DiscordUser;
  readonly applicationId: string;
  readonly token: string;
  readonly privilegedIntents: ReadonlySet<PrivilegedIntent>;
  readonly users: Map<string, DiscordUser>;
  readonly guilds: Map<string, DiscordGuild>;
  readonly channels: Map<string, DiscordChannel>;
  readonly messages: Map<string, Map<string, DiscordMessage>>;
};

const dayMs = 86_400_000;

/** Builds the world that a test asked for, with ids of things that were made yesterday. */
export function buildWorld(options: WorldOptions, nowMs: number): DiscordWorld {
  const nextId = createSpreadSnowflakes(nowMs - dayMs);
  const bot: DiscordUser = {
    id: nextId(),
    username: options.botName ?? 'arm-bot',
    bot: true,
    acceptsDirectMessages: false,
  };
  const users = new Map([[bot.id, bot]]);
  for (const { name, bot: isBot = false, acceptsDirectMessages = !isBot } of options.users ?? ordinaryWorld.users) {
    const id = nextId();
    users.set(id, { id, username: name, bot: isBot, acceptsDirectMessages });
  }
  const world: DiscordWorld = {
    bot,
    // Newer applications share their id with their bot's user; code that mixes the two up must fail, so they differ here.
    applicationId: nextId(),
    token: options.token ?? `${Buffer.from(bot.id).toString('base64url')}.local.discord`,
    privilegedIntents: new Set(options.privilegedIntents),
    users,
    guilds: new Map(),
    channels: new Map(),
    messages: new Map(),
  };
  for (const guild of options.guilds ?? ordinaryWorld.guilds) addGuild(world, guild, nextId, new Date(nowMs - dayMs));
  return world;
}

function addGuild(world: DiscordWorld, options: GuildOptions, nextId: () => string, joinedAt: Date): void {
  const id = nextId();
  const everyone = options.everyonePermissions ?? ordinaryPermissions;
  const roles = new Map<string, DiscordRole>();
  const addRole = (role: Omit<DiscordRole, 'position'>) => roles.set(role.id, { ...role, position: roles.size });
  addRole({ id, name: '@everyone', permissions: toPermissionBits(everyone), mentionable: false });
  const people = [...world.users.values()].filter((user) => user !== world.bot);
  const members = new Map(people.map(({ id: userId }) => [userId, newMember(userId, joinedAt)]));
  for (const { name, permissions = [], mentionable = false, heldBy = [] } of options.roles ?? []) {
    const role = { id: nextId(), name, permissions: toPermissionBits(permissions), mentionable };
    addRole(role);
    for (const person of people.filter(({ username }) => heldBy.includes(username))) {
      members.get(person.id)?.roleIds.push(role.id);
    }
  }
  const botRole = nextId();
  const permissions = toPermissionBits(options.botPermissions ?? []);
  addRole({ id: botRole, name: world.bot.username, permissions, mentionable: false, botId: world.bot.id });
  if (options.hasBot ?? true) members.set(world.bot.id, { ...newMember(world.bot.id, joinedAt), roleIds: [botRole] });
  const guild: DiscordGuild = { id, name: options.name, ownerId: people[0]?.id ?? nextId(), roles, members };
  world.guilds.set(id, guild);
  for (const channel of options.channels ?? [{ name: 'general' }]) addChannel(world, guild, channel, nextId);
}

function newMember(userId: string, joinedAt: Date) {
  return { userId, roleIds: [] as string[], joinedAt: joinedAt.toISOString() };
}

function addChannel(world: DiscordWorld, guild: DiscordGuild, options: ChannelOptions, nextId: () => string): void {
  const id = nextId();
  world.channels.set(id, {
    id,
    type: channelTypes[options.kind ?? 'text'],
    name: options.name,
    guildId: guild.id,
    position: world.channels.size,
    tags: (options.tags ?? []).map((name) => ({ id: nextId(), name })),
    requiresTag: options.requiresTag ?? false,
    overwrites: (options.overwrites ?? []).map(({ who, allow = [], deny = [] }) =>
      toOverwrite(guild, world.bot, who, toPermissionBits(allow), toPermissionBits(deny)),
    ),
    messageCount: 0,
  });
}

/** Turns "everyone", "bot" or a role's name into an overwrite of the guild. */
export function toOverwrite(
  guild: DiscordGuild,
  bot: DiscordUser,
  who: string,
  allow: bigint,
  deny: bigint,
): DiscordOverwrite {
  if (who === 'bot') return { id: bot.id, type: 'member', allow, deny };
  if (who === 'everyone') return { id: guild.id, type: 'role', allow, deny };
  const role = [...guild.roles.values()].find(({ name }) => name === who);
  if (role === undefined) throw new Error(`guild "${guild.name}" has no role "${who}" to make an overwrite for`);
  return { id: role.id, type: 'role', allow, deny };
}
