import { apiError } from './api-error.ts';
import { hasPermission } from './compute-permissions.ts';
import { isEphemeral } from './describe-message.ts';
import { isThread } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { editMessage } from './edit-message.ts';
import { getTextChannel, needPermission } from './get-visible-channel.ts';
import { nothing, ok, pathPart, type RestReply, type RestRequest, type RestRoute } from './rest-route.ts';
import { sendMessage, withoutForbiddenEmbeds } from './send-message.ts';
import { channelTypes, type DiscordMessage, messageFlags } from './world-model.ts';

const maxPage = 100;
const ordinaryPage = 50;

/** The endpoints about messages in a channel. */
export const messageRoutes: readonly RestRoute[] = [
  { route: 'GET /channels/:channelId/messages', handle: listMessages },
  { route: 'POST /channels/:channelId/messages', handle: sendMessage },
  {
    route: 'GET /channels/:channelId/messages/:messageId',
    handle: (backend, request) => {
      const message = getMessage(backend, request);
      needPermission(backend, getTextChannel(backend, message.channelId), 'ReadMessageHistory');
      return ok(backend.board.describe(message));
    },
  },
  { route: 'PATCH /channels/:channelId/messages/:messageId', handle: changeMessage },
  {
    route: 'DELETE /channels/:channelId/messages/:messageId',
    handle: (backend, request) => {
      const message = getMessage(backend, request);
      const channel = getTextChannel(backend, message.channelId);
      if (message.authorId !== backend.world.bot.id) needPermission(backend, channel, 'ManageMessages');
      backend.board.remove(message);
      return nothing;
    },
  },
  { route: 'POST /channels/:channelId/messages/:messageId/crosspost', handle: publishMessage },
];

function getMessage(backend: DiscordBackend, request: RestRequest): DiscordMessage {
  const channel = getTextChannel(backend, pathPart(request, 'channelId'));
  const message = backend.board.find(channel.id, pathPart(request, 'messageId'));
  if (message === undefined || isEphemeral(message)) throw apiError(10008);
  return message;
}

function listMessages(backend: DiscordBackend, request: RestRequest): RestReply {
  const channel = getTextChannel(backend, pathPart(request, 'channelId'));
  // No error, as one might expect: without the right to read history there just is none.
  if (!hasPermission(backend.world, channel, backend.world.bot.id, 'ReadMessageHistory')) return ok([]);
  const limit = Math.min(Math.max(Number(request.query.get('limit') ?? ordinaryPage), 1), maxPage);
  const bounds = (['before', 'after', 'around'] as const).flatMap((name) => {
    const id = request.query.get(name);
    return id === null ? [] : [[name, id]];
  });
  const page = backend.board.listPage(channel.id, { ...Object.fromEntries(bounds), limit });
  return ok(page.map((message) => backend.board.describe(message)));
}

function changeMessage(backend: DiscordBackend, request: RestRequest): RestReply {
  const message = getMessage(backend, request);
  const { world, settings, limiter } = backend;
  if (message.authorId !== world.bot.id) throw apiError(50005);
  const channel = getTextChannel(backend, message.channelId);
  if (isThread(channel) && channel.thread?.archived) throw apiError(50083);
  if ((message.flags & messageFlags.crossposted) !== 0) {
    limiter.takeShared(`edit ${channel.id}`, settings.limits.publishedEdits, 20022);
  }
  editMessage(backend.board, message, withoutForbiddenEmbeds(backend, channel, request.body), 'edit');
  return ok(backend.board.describe(message));
}

function publishMessage(backend: DiscordBackend, request: RestRequest): RestReply {
  const message = getMessage(backend, request);
  const channel = getTextChannel(backend, message.channelId);
  if (channel.type !== channelTypes.announcement) throw apiError(50024);
  needPermission(backend, channel, message.authorId === backend.world.bot.id ? 'SendMessages' : 'ManageMessages');
  if ((message.flags & messageFlags.crossposted) !== 0) throw apiError(40033);
  backend.limiter.takeShared(`crosspost ${channel.id}`, backend.settings.limits.crosspost);
  backend.board.edit(message, { flags: message.flags | messageFlags.crossposted }, false);
  return ok(backend.board.describe(message));
}
