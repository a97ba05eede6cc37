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
import type { Log } from '#conversation/log.ts';
import type { DiscordSettings } from './discord-settings.ts';
import type { RequestGuard } from './guard-requests.ts';
import { keepToken } from './keep-token.ts';
import { runShards, surviveBrokenEvents } from './survive-broken-events.ts';

/** None of them is privileged: mentions, direct messages and replies that ping the bot are readable without. */
const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages];

/** Who waits longer than this is told to come back; answers are no longer wanted then. */
const longestPacingMs = 15_000;
/** In which a request has its turn and its answer, however slow the machine is; the guard's own time is shorter. */
const longestTurnMs = 5 * 60_000;
/** Enough for whoever is speaking; the bot's own stay besides, until they are forgotten. */
const cachedMessages = 5;
const forgetMessagesEverySeconds = 10;
const cachedMembers = 200;
const cachedUsers = 1000;
/** Guilds that do not come within it are out of order on Discord's side; the others are served meanwhile. */
const waitGuildTimeoutMs = 3_000;

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
    waitGuildTimeout: waitGuildTimeoutMs,
    ws: { buildStrategy: runShards(() => client, log) },
    makeCache: Options.cacheWithLimits({
      // What a reply answers to is stored before the reply itself, which must not push it out.
      MessageManager: { maxSize: cachedMessages, keepOverLimit: isOfOwn },
      GuildMemberManager: { maxSize: cachedMembers, keepOverLimit: isOwn },
      UserManager: { maxSize: cachedUsers, keepOverLimit: isOwn },
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
    sweepers: { messages: { interval: forgetMessagesEverySeconds, filter: () => () => true } },
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
    timeout: longestTurnMs,
    // The guard paces, for all clients together.
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: ({ timeToReset, retryAfter }: RateLimitData) =>
      Math.max(timeToReset, retryAfter) > longestPacingMs,
    makeRequest: guard.makeRequest,
  };
}
