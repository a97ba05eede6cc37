import { apiError } from './api-error.ts';
import type { RegisteredCommand } from './command-registry.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { nothing, ok, pathPart, type RestRequest, type RestRoute } from './rest-route.ts';

/** The endpoints that read and register application commands, for all guilds and for one. */
export const commandRoutes: readonly RestRoute[] = ['', '/guilds/:guildId'].flatMap((place) => {
  const base = `/applications/:applicationId${place}/commands`;
  return [
    {
      route: `GET ${base}`,
      handle: (backend, request) => ok(listCommands(backend, request)),
    },
    {
      route: `PUT ${base}`,
      handle: (backend, request) => ok(backend.commands.replaceAll(findScope(backend, request), request.list)),
    },
    {
      route: `POST ${base}`,
      handle: (backend, request) => {
        const { command, isNew } = backend.commands.upsert(findScope(backend, request), request.body);
        return { status: isNew ? 201 : 200, body: command };
      },
    },
    {
      route: `GET ${base}/:commandId`,
      handle: (backend, request) =>
        ok(backend.commands.get(findScope(backend, request), pathPart(request, 'commandId'))),
    },
    {
      route: `PATCH ${base}/:commandId`,
      handle: (backend, request) =>
        ok(backend.commands.patch(findScope(backend, request), pathPart(request, 'commandId'), request.body)),
    },
    {
      route: `DELETE ${base}/:commandId`,
      handle: (backend, request) => {
        backend.commands.remove(findScope(backend, request), pathPart(request, 'commandId'));
        return nothing;
      },
    },
  ] satisfies RestRoute[];
});

function findScope({ world }: DiscordBackend, request: RestRequest): string {
  if (pathPart(request, 'applicationId') !== world.applicationId) throw apiError(10002);
  const { guildId } = request.params;
  if (guildId === undefined) return 'global';
  // Whether the guild is unknown or the bot was not invited with applications.commands: Discord says the same.
  if (!world.guilds.get(guildId)?.members.has(world.bot.id)) throw apiError(50001);
  return guildId;
}

function listCommands(backend: DiscordBackend, request: RestRequest): RegisteredCommand[] {
  const commands = backend.commands.list(findScope(backend, request));
  if (request.query.get('with_localizations') === 'true') return commands;
  return commands.map(
    ({ name_localizations: _names, description_localizations: _descriptions, ...shown }) => shown as RegisteredCommand,
  );
}
