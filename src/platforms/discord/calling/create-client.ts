import {
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type Message,
  Options,
  Partials,
  type RateLimitData,
  type RESTOptions,
} from 'discord.js';
import type { Log } from '#conversation/ports/log.ts';
import type { RequestGuard } from './guard-requests.ts';
import { keepToken } from './keep-token.ts';
import type { DiscordSettings } from './settings.ts';
import { runShards, surviveBrokenEvents } from './survive-broken-events.ts';

/** None of them is privileged: mentions, direct messages and replies that ping the bot are readable without. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Who waits longer than this is told to come back; answers are no longer wanted then. */
const LONGEST_PACING_MS = 15_000;
/** In which a request has its turn and its answer, however slow the machine is; the guard's own time is shorter. */
const LONGEST_TURN_MS = 5 * 60_000;
/** Enough for whoever is speaking; the bot's own stay besides, until they are forgotten. */
const CACHED_MESSAGES = 5;
const FORGET_MESSAGES_EVERY_SECONDS = 10;
const CACHED_MEMBERS = 200;
const CACHED_USERS = 1000;
/** Guilds that do not come within it are out of order on Discord's side; the others are served meanwhile. */
const WAIT_GUILD_TIMEOUT_MS = 3_000;

/** Discord's client as this bot uses it: little in memory, nothing that pings, no request repeated behind our back. */
export function createDiscordClient(
  { apiUrl, shards }: DiscordSettings,
  { guard, log }: { readonly guard: RequestGuard; readonly log: Log },
): Client {
  const isOfOwn = ({ author, client }: Message) => author?.id === client.user?.id;
  const isOwn = ({ id, client }: { id: string; client: Client }) => id === client.user?.id;
  const options: ClientOptions = {
    intents,
    // Discord does not tell of a direct channel before its first message.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    shards: shards.kind === 'auto' ? 'auto' : [...shards.ids],
    ...(shards.kind === 'auto' ? {} : { shardCount: shards.total }),
    waitGuildTimeout: WAIT_GUILD_TIMEOUT_MS,
    ws: { buildStrategy: runShards(() => client, log) },
    makeCache: Options.cacheWithLimits({
      // What a reply answers to is stored before the reply itself, which must not push it out.
      MessageManager: { maxSize: CACHED_MESSAGES, keepOverLimit: isOfOwn },
      GuildMemberManager: { maxSize: CACHED_MEMBERS, keepOverLimit: isOwn },
      UserManager: { maxSize: CACHED_USERS, keepOverLimit: isOwn },
      ApplicationCommandManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
    // The limits are for each channel, and there may be ten thousand: what is said is forgotten soon after it was read.
    sweepers: { messages: { interval: FORGET_MESSAGES_EVERY_SECONDS, filter: () => () => true } },
    rest: composeRestOptions(apiUrl, guard),
  };
  const client: Client = new Client(options);
  surviveBrokenEvents(client, log);
  keepToken(client.rest);
  return client;
}

/** How Discord's API is asked, by the client and by whatever posts without one. */
export function composeRestOptions(apiUrl: string, guard: RequestGuard): Partial<RESTOptions> {
  return {
    api: apiUrl,
    // A try that was cut off may have arrived: we decide what is tried again.
    retries: 0,
    timeout: LONGEST_TURN_MS,
    // The guard paces, for all clients together.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: ({ timeToReset, retryAfter }: RateLimitData) =>
      Math.max(timeToReset, retryAfter) > LONGEST_PACING_MS,
    makeRequest: guard.makeRequest,
  };
}
