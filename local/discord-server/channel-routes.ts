import { changeThread } from './change-thread.ts';
import { describeChannel, isThread } from './describe-world.ts';
import { getTextChannel, getVisibleChannel, needPermission } from './get-visible-channel.ts';
import { nothing, ok, pathPart, type RestRoute } from './rest-route.ts';
import { startPost, startThread } from './start-thread.ts';
import { channelTypes } from './world-model.ts';

/** The endpoints about channels and threads, without their messages. */
export const channelRoutes: readonly RestRoute[] = [
  {
    route: 'GET /channels/:channelId',
    handle: (backend, request) =>
      ok(describeChannel(backend.world, getVisibleChannel(backend, pathPart(request, 'channelId')))),
  },
  {
    route: 'PATCH /channels/:channelId',
    handle: (backend, request) =>
      ok(changeThread(backend, getVisibleChannel(backend, pathPart(request, 'channelId')), request.body)),
  },
  {
    route: 'POST /channels/:channelId/typing',
    handle: (backend, request) => {
      const channel = getTextChannel(backend, pathPart(request, 'channelId'));
      needPermission(backend, channel, isThread(channel) ? 'SendMessagesInThreads' : 'SendMessages');
      return nothing;
    },
  },
  {
    route: 'POST /channels/:channelId/threads',
    handle: (backend, request) => {
      const channel = getVisibleChannel(backend, pathPart(request, 'channelId'));
      if (channel.type === channelTypes.forum) return { status: 201, body: startPost(backend, channel, request) };
      return { status: 201, body: startThread(backend, channel, request.body) };
    },
  },
  {
    route: 'POST /channels/:channelId/messages/:messageId/threads',
    handle: (backend, request) => {
      const channel = getTextChannel(backend, pathPart(request, 'channelId'));
      return { status: 201, body: startThread(backend, channel, request.body, pathPart(request, 'messageId')) };
    },
  },
  {
    route: 'PUT /channels/:channelId/thread-members/@me',
    handle: (backend, request) => {
      const channel = getVisibleChannel(backend, pathPart(request, 'channelId'));
      channel.thread?.memberIds.add(backend.world.bot.id);
      return nothing;
    },
  },
];
