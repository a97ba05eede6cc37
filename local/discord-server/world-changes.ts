import { describeChannel, describeNewGuild, describeRole, isThread } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { toOverwrite } from './discord-world.ts';
import { getChannel, getGuild, getUser } from './find-in-world.ts';
import { leaveGuild } from './leave-guild.ts';
import { type PermissionName, toPermissionBits } from './permission-bits.ts';
import type { OverwriteOptions } from './world-options.ts';

/** What administrators and people change while the bot runs; guilds, channels and users by name or id. */
export class WorldChanges {
  readonly #backend: DiscordBackend;

  constructor(backend: DiscordBackend) {
    this.#backend = backend;
  }

  kickBot(guild: string): void {
    leaveGuild(this.#backend, getGuild(this.#backend.world, guild));
  }

  inviteBot(guild: string, permissions: readonly PermissionName[] = []): void {
    const { world, gateway, clock } = this.#backend;
    const found = getGuild(world, guild);
    const role = [...found.roles.values()].find(({ botId }) => botId === world.bot.id);
    if (role !== undefined) role.permissions = toPermissionBits(permissions);
    const roleIds = role === undefined ? [] : [role.id];
    found.members.set(world.bot.id, { userId: world.bot.id, roleIds, joinedAt: clock.timestamp() });
    gateway.tell({ name: 'GUILD_CREATE', guildId: found.id, render: () => describeNewGuild(world, found) });
  }

  deleteChannel(channel: string): void {
    const { world, gateway } = this.#backend;
    const found = getChannel(world, channel);
    const data = describeChannel(world, found);
    const threads = [...world.channels.values()].filter(({ parentId }) => parentId === found.id);
    for (const { id } of [found, ...threads]) {
      world.channels.delete(id);
      world.messages.delete(id);
    }
    gateway.tell({
      name: isThread(found) ? 'THREAD_DELETE' : 'CHANNEL_DELETE',
      guildId: found.guildId,
      render: () => data,
    });
  }

  /** What the bot's own role allows in a guild from now on. */
  setBotPermissions(guild: string, permissions: readonly PermissionName[]): void {
    this.#setRole(guild, ({ botId }) => botId === this.#backend.world.bot.id, permissions);
  }

  /** What everybody may do in a guild from now on. */
  setEveryonePermissions(guild: string, permissions: readonly PermissionName[]): void {
    this.#setRole(guild, ({ name }) => name === '@everyone', permissions);
  }

  /** Puts an overwrite on a channel, in the place of an earlier one for the same role or member. */
  setOverwrite(channel: string, { who, allow = [], deny = [] }: OverwriteOptions): void {
    const { world, gateway } = this.#backend;
    const found = getChannel(world, channel);
    const guild = getGuild(world, found.guildId ?? 'none');
    const overwrite = toOverwrite(guild, world.bot, who, toPermissionBits(allow), toPermissionBits(deny));
    found.overwrites = [...found.overwrites.filter(({ id }) => id !== overwrite.id), overwrite];
    gateway.tell({ name: 'CHANNEL_UPDATE', guildId: guild.id, render: () => describeChannel(world, found) });
  }

  /** Whether a person takes direct messages of bots. */
  acceptDirectMessages(user: string, accepts: boolean): void {
    getUser(this.#backend.world, user).acceptsDirectMessages = accepts;
  }

  /** As Discord does when nobody has written for a while. */
  archiveThread(thread: string, isLocked = false): void {
    const { world, gateway, clock } = this.#backend;
    const found = getChannel(world, thread);
    if (found.thread === undefined) throw new Error(`"${thread}" is no thread`);
    found.thread.locked = isLocked;
    found.thread.archived = true;
    found.thread.archivedAt = clock.timestamp();
    gateway.tell({ name: 'THREAD_UPDATE', guildId: found.guildId, render: () => describeChannel(world, found) });
  }

  lockThread(thread: string): void {
    this.archiveThread(thread, true);
  }

  #setRole(
    guild: string,
    isMeant: (role: { name: string; botId?: string }) => boolean,
    names: readonly PermissionName[],
  ): void {
    const found = getGuild(this.#backend.world, guild);
    const role = [...found.roles.values()].find(isMeant);
    if (role === undefined) throw new Error(`no such role in the guild "${guild}"`);
    role.permissions = toPermissionBits(names);
    const data = { guild_id: found.id, role: describeRole(role) };
    this.#backend.gateway.tell({ name: 'GUILD_ROLE_UPDATE', guildId: found.id, render: () => data });
  }
}
