import { apiError } from './api-error.ts';
import { describeChannel, describeGuild, describeMember, describeRole, describeUser } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { getOwnGuild } from './get-visible-channel.ts';
import { leaveGuild } from './leave-guild.ts';
import { openDirectChannel } from './open-direct-channel.ts';
import { nothing, ok, pathPart, type RestRoute } from './rest-route.ts';
import type { JsonObject } from './world-model.ts';

const dayMs = 86_400_000;

/** The endpoints about the gateway, the bot itself, users and guilds. */
export const botRoutes: readonly RestRoute[] = [
  { route: 'GET /gateway', isOpen: true, handle: (backend) => ok({ url: backend.gatewayAddress() }) },
  { route: 'GET /gateway/bot', handle: (backend) => ok(describeGateway(backend)) },
  { route: 'GET /users/@me', handle: ({ world }) => ok(describeUser(world.bot)) },
  {
    route: 'GET /users/:userId',
    handle: ({ world }, request) => {
      const user = world.users.get(pathPart(request, 'userId'));
      if (user === undefined) throw apiError(10013);
      return ok(describeUser(user));
    },
  },
  {
    route: 'GET /users/@me/guilds',
    handle: ({ world }) =>
      ok(
        [...world.guilds.values()]
          .filter(({ members }) => members.has(world.bot.id))
          .map(({ id, name }) => ({ id, name, owner: false })),
      ),
  },
  {
    route: 'DELETE /users/@me/guilds/:guildId',
    handle: (backend, request) => {
      leaveGuild(backend, getOwnGuild(backend, pathPart(request, 'guildId')));
      return nothing;
    },
  },
  {
    route: 'POST /users/@me/channels',
    handle: (backend, { body }) => {
      const user = backend.world.users.get(String(body.recipient_id));
      if (user === undefined) throw apiError(10013);
      if (user.bot) throw apiError(50007);
      return ok(describeChannel(backend.world, openDirectChannel(backend, user.id)));
    },
  },
  { route: 'GET /applications/@me', handle: (backend) => ok(describeApplication(backend)) },
  { route: 'GET /oauth2/applications/@me', handle: (backend) => ok(describeApplication(backend)) },
  {
    route: 'GET /guilds/:guildId',
    handle: (backend, request) => ok(describeGuild(getOwnGuild(backend, pathPart(request, 'guildId')))),
  },
  {
    route: 'GET /guilds/:guildId/roles',
    handle: (backend, request) =>
      ok([...getOwnGuild(backend, pathPart(request, 'guildId')).roles.values()].map(describeRole)),
  },
  {
    route: 'GET /guilds/:guildId/channels',
    handle: (backend, request) => {
      const { id } = getOwnGuild(backend, pathPart(request, 'guildId'));
      const channels = [...backend.world.channels.values()];
      const own = channels.filter(({ guildId, thread }) => guildId === id && thread === undefined);
      return ok(own.map((channel) => describeChannel(backend.world, channel)));
    },
  },
  {
    route: 'GET /guilds/:guildId/members/:userId',
    handle: (backend, request) => {
      const given = pathPart(request, 'userId');
      const userId = given === '@me' ? backend.world.bot.id : given;
      const member = getOwnGuild(backend, pathPart(request, 'guildId')).members.get(userId);
      const user = backend.world.users.get(userId);
      if (member === undefined || user === undefined) throw apiError(10007);
      return ok({ ...describeMember(member), user: describeUser(user) });
    },
  },
];

function describeGateway({ gateway, settings, gatewayAddress }: DiscordBackend): JsonObject {
  const { recommendedShards, sessionStarts, maxConcurrency } = settings.gateway;
  return {
    url: gatewayAddress(),
    shards: recommendedShards,
    session_start_limit: {
      total: sessionStarts,
      remaining: gateway.sessionStartsLeft,
      reset_after: dayMs,
      max_concurrency: maxConcurrency,
    },
  };
}

function describeApplication({ world }: DiscordBackend): JsonObject {
  // The flags by which an application learns that a privileged intent is switched on for it.
  const flags =
    (world.privilegedIntents.has('MessageContent') ? 1 << 19 : 0) |
    (world.privilegedIntents.has('GuildMembers') ? 1 << 15 : 0);
  return {
    id: world.applicationId,
    name: world.bot.username,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags,
    approximate_guild_count: [...world.guilds.values()].filter(({ members }) => members.has(world.bot.id)).length,
    bot: describeUser(world.bot),
  };
}
