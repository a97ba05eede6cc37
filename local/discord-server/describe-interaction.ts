import { computePermissions } from './compute-permissions.ts';
import { describeChannel, describeMember, describeUser } from './describe-world.ts';
import type { DiscordWorld } from './discord-world.ts';
import type { InteractionRecord } from './interaction-record.ts';
import type { MessageBoard } from './message-board.ts';
import type { DiscordChannel, JsonObject } from './world-model.ts';

const maxAttachmentBytes = 10 * 1024 * 1024;

/** An interaction as INTERACTION_CREATE brings it. */
export function describeInteraction(
  world: DiscordWorld,
  board: MessageBoard,
  channel: DiscordChannel,
  record: InteractionRecord,
): JsonObject {
  const source = board.find(channel.id, record.sourceMessageId ?? '');
  return {
    id: record.id,
    application_id: world.applicationId,
    type: record.type,
    token: record.token,
    version: 1,
    data: record.data,
    channel_id: channel.id,
    channel: describeChannel(world, channel),
    app_permissions: String(computePermissions(world, channel, world.bot.id)),
    locale: 'en-US',
    entitlements: [],
    authorizing_integration_owners: { 0: record.guildId ?? '0' },
    context: record.guildId === undefined ? 1 : 0,
    attachment_size_limit: maxAttachmentBytes,
    ...(source === undefined ? {} : { message: board.describe(source, true) }),
    ...describePerson(world, channel, record),
  };
}

function describePerson(
  world: DiscordWorld,
  channel: DiscordChannel,
  { userId, guildId }: InteractionRecord,
): JsonObject {
  const user = world.users.get(userId);
  if (user === undefined) throw new Error(`no user ${userId} in the world`);
  if (guildId === undefined) return { user: describeUser(user) };
  const member = world.guilds.get(guildId)?.members.get(userId);
  if (member === undefined) throw new Error(`${user.username} is no member of the guild ${guildId}`);
  const permissions = String(computePermissions(world, channel, userId));
  return {
    guild_id: guildId,
    guild_locale: 'en-US',
    guild: { id: guildId, locale: 'en-US', features: [] },
    member: { ...describeMember(member), user: describeUser(user), permissions },
  };
}
