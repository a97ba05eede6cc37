import {
  type APIGuild,
  type APIGuildChannel,
  type APIGuildMember,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord.js';

/** What decides a member's rights in a channel; of a thread, its parent channel. */
export interface PermissionParts {
  readonly guild: Pick<APIGuild, 'id' | 'owner_id' | 'roles'>;
  readonly member: Pick<APIGuildMember, 'roles'> & { readonly userId: string };
  readonly channel: Pick<APIGuildChannel, 'permission_overwrites'>;
}

const EVERYTHING = ~0n;

/** A member's rights in a channel, in Discord's documented order (topics/permissions.mdx): roles, then overwrites. */
export function computeChannelPermissions({ guild, member, channel }: PermissionParts): bigint {
  if (guild.owner_id === member.userId) return EVERYTHING;
  const base = guild.roles
    .filter(({ id }) => id === guild.id || member.roles.includes(id))
    .reduce((bits, { permissions }) => bits | BigInt(permissions), 0n);
  if ((base & PermissionFlagsBits.Administrator) !== 0n) return EVERYTHING;
  const overwrites = channel.permission_overwrites ?? [];
  const everyone = overwrites.filter(({ id }) => id === guild.id);
  const ofRoles = overwrites.filter(({ id, type }) => type === OverwriteType.Role && member.roles.includes(id));
  const own = overwrites.filter(({ id, type }) => type === OverwriteType.Member && id === member.userId);
  const bits = [everyone, ofRoles, own].reduce(applyOverwrites, base);
  // Who does not see a channel can do nothing in it.
  return (bits & PermissionFlagsBits.ViewChannel) === 0n ? 0n : bits;
}

function applyOverwrites(bits: bigint, overwrites: readonly { allow: string; deny: string }[]): bigint {
  const denied = overwrites.reduce((sum, { deny }) => sum | BigInt(deny), 0n);
  const allowed = overwrites.reduce((sum, { allow }) => sum | BigInt(allow), 0n);
  return (bits & ~denied) | allowed;
}
