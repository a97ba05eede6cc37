import { UpdateThreadRequestPartialSchema } from 'discord-api-spec/zod';
import { apiError, refuseProblems } from './api-error.ts';
import { findSchemaProblems } from './check-schema.ts';
import { hasPermission } from './compute-permissions.ts';
import { describeChannel } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { needPermission } from './get-visible-channel.ts';
import { type DiscordChannel, type JsonObject, messageTypes } from './world-model.ts';

/** The bot renames, closes or opens a thread: its own, or any where it manages them. A new name is told of in the thread. */
export function changeThread(backend: DiscordBackend, channel: DiscordChannel, body: JsonObject): JsonObject {
  const { world, board, gateway, clock, limiter, settings, nextId } = backend;
  const { thread } = channel;
  // A channel takes a right that no bot like ours asks for.
  if (thread === undefined) throw apiError(50013);
  refuseProblems(findSchemaProblems(UpdateThreadRequestPartialSchema, body));
  const { name, archived } = body;
  if (thread.archived && archived !== false) throw apiError(50083);
  if (!hasPermission(world, channel, world.bot.id, 'ManageThreads')) {
    const isOwn = thread.ownerId === world.bot.id;
    if (thread.locked || (!isOwn && (name !== undefined || archived !== false))) throw apiError(50013);
    needPermission(backend, channel, 'SendMessagesInThreads');
  }
  const isRenamed = typeof name === 'string' && name !== channel.name;
  if (isRenamed) {
    limiter.takeShared(`rename ${channel.id}`, settings.limits.renames);
    channel.name = name;
    board.post(channel, {
      id: nextId(),
      channelId: channel.id,
      authorId: world.bot.id,
      type: messageTypes.channelNameChange,
      content: name,
      embeds: [],
      components: [],
      attachments: [],
      flags: 0,
      tts: false,
      mentionIds: [],
      mentionRoleIds: [],
      mentionsEveryone: false,
      sentBody: body,
    });
  }
  if (typeof archived === 'boolean') {
    thread.archived = archived;
    thread.archivedAt = clock.timestamp();
  }
  gateway.tell({ name: 'THREAD_UPDATE', guildId: channel.guildId, render: () => describeChannel(world, channel) });
  return describeChannel(world, channel);
}
