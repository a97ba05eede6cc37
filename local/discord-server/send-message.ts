import { apiError, refuseProblems } from './api-error.ts';
import { composeDraft } from './compose-draft.ts';
import { hasPermission } from './compute-permissions.ts';
import { isEphemeral } from './describe-message.ts';
import { isThread } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { getTextChannel, needPermission } from './get-visible-channel.ts';
import { ok, pathPart, type RestReply, type RestRequest } from './rest-route.ts';
import { isEmptyMessage, validateMessage } from './validate-message.ts';
import type { DiscordChannel, DiscordMessage, JsonObject } from './world-model.ts';

/** Create Message: a bot posts, as a reply or not, with every permission and limit that Discord asks for. */
export function sendMessage(backend: DiscordBackend, request: RestRequest): RestReply {
  const { world, board, nonces, nextId } = backend;
  const channel = getTextChannel(backend, pathPart(request, 'channelId'));
  needRightToWrite(backend, channel);
  refuseProblems(validateMessage(request.body, 'create', request.files.length > 0));
  if (request.files.length > 0) needPermission(backend, channel, 'AttachFiles');
  const body = withoutForbiddenEmbeds(backend, channel, request.body);
  const replied = findReplied(backend, channel, body);
  const { nonce, enforce_nonce: isEnforced } = body as { nonce?: string | number | null; enforce_nonce?: boolean };
  if (isEnforced === true && nonce !== undefined && nonce !== null) {
    const earlier = nonces.find(nonce);
    if (earlier !== undefined) {
      const message = board.find(earlier.channelId, earlier.messageId);
      if (message === undefined) throw apiError(10008);
      return ok(board.describe(message));
    }
  }
  const place = { id: nextId(), channelId: channel.id, authorId: world.bot.id };
  const message = board.post(channel, {
    ...composeDraft(body, place, 'message', replied),
    attachments: request.files.map(({ name, size, type }) => describeFile(nextId(), name, size, type)),
  });
  if (nonce !== undefined && nonce !== null) nonces.remember(nonce, message.id, channel.id);
  return ok(board.describe(message));
}

/** What is left of a body where the bot may not embed: without its embeds if there is something else to show, else refused. */
export function withoutForbiddenEmbeds(backend: DiscordBackend, channel: DiscordChannel, body: JsonObject): JsonObject {
  const hasEmbeds = Array.isArray(body.embeds) && body.embeds.length > 0;
  if (!hasEmbeds || hasPermission(backend.world, channel, backend.world.bot.id, 'EmbedLinks')) return body;
  const rest = { ...body, embeds: [] };
  if (isEmptyMessage(rest)) throw apiError(50013);
  return rest;
}

function needRightToWrite(backend: DiscordBackend, channel: DiscordChannel): void {
  const { world } = backend;
  if (channel.recipientId !== undefined) {
    if (!world.users.get(channel.recipientId)?.acceptsDirectMessages) throw apiError(50007);
    return;
  }
  needPermission(backend, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages');
  if (channel.thread?.locked && !hasPermission(world, channel, world.bot.id, 'ManageThreads')) throw apiError(160005);
}

function findReplied(backend: DiscordBackend, channel: DiscordChannel, body: JsonObject): DiscordMessage | undefined {
  const reference = body.message_reference as JsonObject | null | undefined;
  if (reference === undefined || reference === null) return undefined;
  if (!hasPermission(backend.world, channel, backend.world.bot.id, 'ReadMessageHistory')) throw apiError(160002);
  const isElsewhere = reference.channel_id !== undefined && reference.channel_id !== channel.id;
  const found = isElsewhere ? undefined : backend.board.find(channel.id, String(reference.message_id));
  if (found !== undefined && !isEphemeral(found)) return found;
  if (reference.fail_if_not_exists !== false || isElsewhere) {
    refuseProblems([{ path: ['message_reference'], code: 'REPLIES_UNKNOWN_MESSAGE', message: 'Unknown message' }]);
  }
  return undefined;
}

function describeFile(id: string, filename: string, size: number, type: string): JsonObject {
  const url = `https://cdn.discordapp.example/attachments/${id}/${encodeURIComponent(filename)}`;
  return { id, filename, size, url, proxy_url: url, content_type: type };
}
