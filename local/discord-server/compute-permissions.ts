import type { DiscordWorld } from './discord-world.ts';
import { allPermissions, type PermissionName, permissionBits, toPermissionBits } from './permission-bits.ts';
import type { DiscordChannel, DiscordGuild, DiscordMember } from './world-model.ts';

const directMessagePermissions = toPermissionBits([
  'ViewChannel',
  'SendMessages',
  'EmbedLinks',
  'AttachFiles',
  'ReadMessageHistory',
  'AddReactions',
]);

/** What a user may do in a channel: roles first, then the channel's overwrites in Discord's documented order. */
export function computePermissions(world: DiscordWorld, channel: DiscordChannel, userId: string): bigint {
  if (channel.guildId === undefined) {
    const isParty = channel.recipientId === userId || userId === world.bot.id;
    return isParty ? directMessagePermissions : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  const member = guild?.members.get(userId);
  if (guild === undefined || member === undefined) return 0n;
  const base = computeGuildPermissions(guild, member);
  if ((base & permissionBits.Administrator) !== 0n) return allPermissions;
  // A thread has no overwrites of its own.
  const holder = channel.parentId === undefined ? channel : (world.channels.get(channel.parentId) ?? channel);
  return withoutDependents(applyOverwrites(base, holder, guild, member));
}

/** What a member's roles allow in the whole guild. */
export function computeGuildPermissions(guild: DiscordGuild, member: DiscordMember): bigint {
  if (guild.ownerId === member.userId) return allPermissions;
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  const bits = member.roleIds.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), everyone);
  return (bits & permissionBits.Administrator) === 0n ? bits : allPermissions;
}

/** Whether a user holds a permission in a channel. */
export function hasPermission(
  world: DiscordWorld,
  channel: DiscordChannel,
  userId: string,
  name: PermissionName,
): boolean {
  return (computePermissions(world, channel, userId) & permissionBits[name]) !== 0n;
}

function applyOverwrites(base: bigint, channel: DiscordChannel, guild: DiscordGuild, member: DiscordMember): bigint {
  const find = (id: string) => channel.overwrites.find((overwrite) => overwrite.id === id);
  const everyone = find(guild.id);
  let bits = (base & ~(everyone?.deny ?? 0n)) | (everyone?.allow ?? 0n);
  const ofRoles = member.roleIds.map(find).filter((overwrite) => overwrite !== undefined);
  const denied = ofRoles.reduce((sum, { deny }) => sum | deny, 0n);
  const allowed = ofRoles.reduce((sum, { allow }) => sum | allow, 0n);
  bits = (bits & ~denied) | allowed;
  const own = find(member.userId);
  return (bits & ~(own?.deny ?? 0n)) | (own?.allow ?? 0n);
}

// Who does not see a channel can do nothing in it, and who cannot write there can neither mention, embed nor attach.
function withoutDependents(bits: bigint): bigint {
  if ((bits & permissionBits.ViewChannel) === 0n) return 0n;
  const canWrite = permissionBits.SendMessages | permissionBits.SendMessagesInThreads;
  if ((bits & canWrite) !== 0n) return bits;
  return bits & ~toPermissionBits(['MentionEveryone', 'EmbedLinks', 'AttachFiles', 'SendTTSMessages']);
}
