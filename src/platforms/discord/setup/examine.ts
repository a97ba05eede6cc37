import {
  type APIApplication,
  type APIApplicationCommand,
  type APIUser,
  DefaultUserAgent,
  GatewayIntentBits,
  type RESTGetAPIGatewayBotResult,
  Routes,
} from 'discord.js';
import type { CommandSpec } from '#commands/command-spec.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import { wrongToken } from '#platforms/discord/calling/codes.ts';
import { createDiscordClient } from '#platforms/discord/calling/create-client.ts';
import { toDeliveryError } from '#platforms/discord/calling/errors.ts';
import { guardRequests } from '#platforms/discord/calling/guard-requests.ts';
import { buildInviteLink } from '#platforms/discord/calling/invite.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { buildDiscordCommands, discordCommandName } from '#platforms/discord/commands/build-commands.ts';
import { sameCommands } from '#platforms/discord/commands/same-commands.ts';

/** What is asked for. */
export interface DiscordExamination extends Pick<Tools, 'log' | 'now'> {
  readonly settings: DiscordSettings;
  readonly commands: readonly CommandSpec[];
}

/** Sessions are for a day; each start takes one, and each connection that cannot be resumed. */
const FEW_SESSIONS = 50;

/** Asks Discord whether it knows the token, what the bot may hear, where it is, and whether its commands are current. */
export async function* examineDiscord(parts: DiscordExamination): AsyncGenerator<Finding> {
  const { settings, commands, log, now } = parts;
  const client = createDiscordClient(settings, { guard: guardRequests(log, now), log });
  const rest = client.rest.setToken(settings.token);
  const get = <Answer>(route: `/${string}`) => rest.get(route) as Promise<Answer>;
  try {
    const { username } = await get<APIUser>(Routes.user());
    const { id } = await get<APIApplication>(Routes.currentApplication());
    yield ok('Discord', `Discord knows the bot as "${username}".`);
    yield examineIntents(client.options.intents.bitfield);
    yield examineSessions(await get<RESTGetAPIGatewayBotResult>(Routes.gatewayBot()), settings);
    yield examineServers(await get<readonly unknown[]>(Routes.userGuilds()), id);
    const route = settings.guildId
      ? Routes.applicationGuildCommands(id, settings.guildId)
      : Routes.applicationCommands(id);
    const registered = await get<readonly APIApplicationCommand[]>(route);
    const wanted = buildDiscordCommands(commands, { name: discordCommandName });
    yield sameCommands(registered, wanted)
      ? ok('Discord commands', 'The commands are registered and current.')
      : warning(
          'Discord commands',
          'The commands are not those of this version.',
          'A start of the bot registers them.',
        );
  } catch (error) {
    yield explain(error);
  } finally {
    await client.destroy();
  }
}

/** What Discord grants only after a look at the bot; asked for without that, it refuses the connection. */
const PRIVILEGED = GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

function examineIntents(intents: number): Finding {
  const subject = 'Discord intents';
  if ((intents & PRIVILEGED) === 0) return ok(subject, 'The bot asks for nothing that Discord would have to approve.');
  return warning(
    subject,
    'The bot asks for a privileged intent.',
    'Switch it on under "Bot" (discord.com/developers).',
  );
}

function examineSessions(
  { session_start_limit: limit, shards }: RESTGetAPIGatewayBotResult,
  settings: DiscordSettings,
) {
  const subject = 'Discord gateway';
  if (limit.remaining === 0) {
    const minutes = Math.ceil(limit.reset_after / 60_000);
    const remedy = `Wait ${minutes} minutes, and find out what starts the bot again and again.`;
    return fault(subject, 'Discord lets the bot connect no more today.', remedy);
  }
  if (limit.remaining < FEW_SESSIONS) {
    const statement = `The bot may connect only ${limit.remaining} times more today.`;
    return warning(subject, statement, 'Find out what starts it again and again.');
  }
  if (settings.shards.kind === 'list' && settings.shards.total < shards) {
    const statement = `Discord advises ${shards} shards, and DISCORD_SHARDS says ${settings.shards.total}.`;
    return warning(subject, statement, 'Set DISCORD_SHARDS to as many, or to "auto".');
  }
  return ok(subject, `Discord lets the bot connect (${limit.remaining} times more today).`);
}

function examineServers(servers: readonly unknown[], applicationId: string): Finding {
  const subject = 'Discord servers';
  if (servers.length > 0) return ok(subject, `The bot is in ${servers.length === 1 ? '1 server' : 'several servers'}.`);
  const link = buildInviteLink(applicationId);
  return warning(subject, 'The bot is in no server.', `Whoever manages one opens ${link}`);
}

function explain(error: unknown): Finding {
  const { message, reason } = toDeliveryError(error);
  if (message === wrongToken) return fault('Discord', 'Discord refuses the token.', message);
  const remedy = 'Check that this machine reaches discord.com (or DISCORD_API_URL), and run this again.';
  return fault('Discord', `Discord could not be asked: ${message}`, reason === 'try-later' ? remedy : message);
}

const ok = (subject: string, statement: string): Finding => ({ subject, level: 'ok', statement });
const warning = (subject: string, statement: string, remedy: string): Finding => ({
  subject,
  level: 'warning',
  statement,
  remedy,
});
const fault = (subject: string, statement: string, remedy: string): Finding => ({
  subject,
  level: 'fault',
  statement,
  remedy,
});

/** An address of Discord's that tells anybody the time, and the name that Discord wants its clients to have. */
export function findDiscordClock({ apiUrl }: Pick<DiscordSettings, 'apiUrl'>): {
  readonly address: URL;
  readonly headers: Readonly<Record<string, string>>;
} {
  return { address: new URL(`${apiUrl}/v10/gateway`), headers: { 'User-Agent': DefaultUserAgent } };
}
