import { hasPermission } from './compute-permissions.ts';
import { describeChannel, isThread } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { getOwnGuild, getVisibleChannel, needPermission } from './get-visible-channel.ts';
import { ok, pathPart, type RestRoute } from './rest-route.ts';
import { channelTypes, type DiscordChannel } from './world-model.ts';

const largestPage = 100;
const ordinaryPage = 50;

/** The endpoints that list threads: resources/guild.mdx and resources/channel.mdx. */
export const threadListRoutes: readonly RestRoute[] = [
  {
    route: 'GET /guilds/:guildId/threads/active',
    handle: (backend, request) => {
      const { id } = getOwnGuild(backend, pathPart(request, 'guildId'));
      const threads = listThreads(backend, ({ guildId, thread }) => guildId === id && thread?.archived === false);
      const seen = threads.filter((thread) =>
        hasPermission(backend.world, thread, backend.world.bot.id, 'ViewChannel'),
      );
      return ok({ threads: seen.map((thread) => describeChannel(backend.world, thread)), members: [] });
    },
  },
  {
    route: 'GET /channels/:channelId/threads/archived/public',
    handle: (backend, request) => {
      const channel = getVisibleChannel(backend, pathPart(request, 'channelId'));
      needPermission(backend, channel, 'ReadMessageHistory');
      const limit = Math.min(Math.max(Number(request.query.get('limit') ?? ordinaryPage), 2), largestPage);
      const before = request.query.get('before');
      const archivedAt = ({ thread }: DiscordChannel) => thread?.archivedAt ?? thread?.createdAt ?? '';
      const threads = listThreads(
        backend,
        ({ parentId, type, thread }) =>
          parentId === channel.id && type === channelTypes.publicThread && thread?.archived === true,
      )
        .filter((thread) => before === null || archivedAt(thread) < before)
        .sort((a, b) => (archivedAt(a) < archivedAt(b) ? 1 : -1));
      const page = threads.slice(0, limit).map((thread) => describeChannel(backend.world, thread));
      return ok({ threads: page, members: [], has_more: threads.length > limit });
    },
  },
];

/** The newest first. */
function listThreads({ world }: DiscordBackend, isMeant: (channel: DiscordChannel) => boolean): DiscordChannel[] {
  return [...world.channels.values()].filter((channel) => isThread(channel) && isMeant(channel)).reverse();
}
