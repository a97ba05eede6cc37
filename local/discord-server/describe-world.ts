import { computePermissions } from './compute-permissions.ts';
import type { DiscordWorld } from './discord-world.ts';
import {
  channelTypes,
  type DiscordChannel,
  type DiscordGuild,
  type DiscordMember,
  type DiscordRole,
  type DiscordUser,
  type JsonObject,
} from './world-model.ts';

const threadTypes: readonly number[] = [
  channelTypes.announcementThread,
  channelTypes.publicThread,
  channelTypes.privateThread,
];

/** Whether a channel is a thread. */
export function isThread({ type }: DiscordChannel): boolean {
  return threadTypes.includes(type);
}

/** A user as the API shows it. */
export function describeUser({ id, username, bot }: DiscordUser): JsonObject {
  return {
    id,
    username,
    global_name: bot ? null : username,
    discriminator: bot ? '0001' : '0',
    avatar: null,
    bot,
    public_flags: 0,
    flags: 0,
  };
}

/** A member without its user, as messages and interactions carry it. */
export function describeMember({ roleIds, joinedAt }: DiscordMember): JsonObject {
  return {
    roles: roleIds,
    nick: null,
    avatar: null,
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: 0,
    communication_disabled_until: null,
  };
}

/** A role as the API shows it. */
export function describeRole(role: DiscordRole): JsonObject {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: role.botId !== undefined,
    mentionable: role.mentionable,
    flags: 0,
    ...(role.botId === undefined ? {} : { tags: { bot_id: role.botId } }),
  };
}

/** A channel, thread or direct message as the API shows it. */
export function describeChannel(world: DiscordWorld, channel: DiscordChannel): JsonObject {
  const last = channel.lastMessageId ?? null;
  if (channel.guildId === undefined) {
    const recipient = world.users.get(channel.recipientId ?? '');
    const recipients = recipient === undefined ? [] : [describeUser(recipient)];
    return { id: channel.id, type: channel.type, last_message_id: last, flags: 0, recipients };
  }
  const shared = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    last_message_id: last,
    rate_limit_per_user: 0,
    flags: 0,
  };
  if (channel.thread !== undefined) return { ...shared, ...describeThread(channel, channel.thread) };
  return {
    ...shared,
    flags: channel.requiresTag ? 1 << 4 : 0,
    position: channel.position,
    topic: null,
    nsfw: false,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type: type === 'role' ? 0 : 1,
      allow: String(allow),
      deny: String(deny),
    })),
    ...(channel.type === channelTypes.forum ? describeForum(channel) : {}),
  };
}

function describeThread(channel: DiscordChannel, thread: NonNullable<DiscordChannel['thread']>): JsonObject {
  return {
    owner_id: thread.ownerId,
    message_count: channel.messageCount,
    member_count: thread.memberIds.size,
    total_message_sent: channel.messageCount,
    applied_tags: thread.appliedTags,
    thread_metadata: {
      archived: thread.archived,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: thread.archivedAt ?? thread.createdAt,
      create_timestamp: thread.createdAt,
      locked: thread.locked,
    },
  };
}

function describeForum({ tags }: DiscordChannel): JsonObject {
  return {
    available_tags: tags.map(({ id, name }) => ({ id, name, moderated: false, emoji_id: null, emoji_name: null })),
    default_reaction_emoji: null,
    default_sort_order: null,
    default_forum_layout: 0,
  };
}

/** A guild as REST shows it. */
export function describeGuild(guild: DiscordGuild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.ownerId,
    roles: [...guild.roles.values()].map(describeRole),
    emojis: [],
    stickers: [],
    features: ['NEWS', 'COMMUNITY'],
    afk_channel_id: null,
    afk_timeout: 300,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    mfa_level: 0,
    verification_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    preferred_locale: 'en-US',
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
  };
}

/** A guild as GUILD_CREATE brings it: with the channels and threads that the bot can see, and itself as the only member. */
export function describeNewGuild(world: DiscordWorld, guild: DiscordGuild): JsonObject {
  const bot = guild.members.get(world.bot.id);
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  const visible = channels.filter((channel) => computePermissions(world, channel, world.bot.id) !== 0n);
  return {
    ...describeGuild(guild),
    joined_at: bot?.joinedAt ?? null,
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: bot === undefined ? [] : [{ ...describeMember(bot), user: describeUser(world.bot) }],
    channels: channels.filter((channel) => !isThread(channel)).map((channel) => describeChannel(world, channel)),
    threads: visible.filter(isThread).map((channel) => describeChannel(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}
