import { findTimeLimit } from '../../scripts/find-time-limit.ts';
import type { WorldOptions } from './world-options.ts';

export type RouteLimit = { readonly limit: number; readonly perMs: number };

/** What a test may set of the server; everything has a value that Discord documents or is known for. */
export type DiscordServerOptions = {
  readonly world?: WorldOptions;
  readonly limits?: Partial<RequestLimits>;
  readonly gateway?: Partial<GatewaySettings>;
  readonly interactions?: Partial<InteractionSettings>;
  /** How long a nonce is remembered. */
  readonly nonceLifeMs?: number;
};

export type RequestLimits = {
  /** Requests a second over all routes of a bot. */
  readonly global: number;
  /** For routes without a limit of their own. */
  readonly ordinary: RouteLimit;
  /** By route, as in 'POST /channels/:channelId/messages'. */
  readonly routes: Readonly<Record<string, RouteLimit>>;
  /** How often a channel's messages may be published, whoever does it. */
  readonly crosspost: RouteLimit;
  /** How often a published message may be edited. */
  readonly publishedEdits: RouteLimit;
  /** How often a channel or thread may get another name. */
  readonly renames: RouteLimit;
  /** Requests answered with 401, 403 or 429 in ten minutes after which nothing is answered any more. */
  readonly invalidRequests: number;
  readonly commandCreatesPerDay: number;
};

export type GatewaySettings = {
  readonly heartbeatIntervalMs: number;
  /** What `GET /gateway/bot` recommends. */
  readonly recommendedShards: number;
  readonly maxGuildsPerShard: number;
  /** Sessions that may still be started today. */
  readonly sessionStarts: number;
  readonly maxConcurrency: number;
  /** How long a session whose connection is gone can be resumed. */
  readonly resumeWindowMs: number;
  /** Events that a session keeps for a resume. */
  readonly replayLimit: number;
};

export type InteractionSettings = {
  /** How long the first response may take. */
  readonly firstResponseMs: number;
  /** How long the token serves for edits and follow-ups. */
  readonly tokenLifeMs: number;
};

export type ServerSettings = {
  readonly limits: RequestLimits;
  readonly gateway: GatewaySettings;
  readonly interactions: InteractionSettings;
  readonly nonceLifeMs: number;
};

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

// Discord does not document its limits by route. These are near what its headers have been seen to say.
const ordinaryLimits: RequestLimits = {
  global: 50,
  ordinary: { limit: 10, perMs: 10 * secondMs },
  routes: {
    'POST /channels/:channelId/messages': { limit: 5, perMs: 5 * secondMs },
    'PATCH /channels/:channelId/messages/:messageId': { limit: 5, perMs: 5 * secondMs },
    'DELETE /channels/:channelId/messages/:messageId': { limit: 5, perMs: secondMs },
    'GET /channels/:channelId/messages': { limit: 5, perMs: 5 * secondMs },
    'POST /webhooks/:applicationId/:token': { limit: 5, perMs: 5 * secondMs },
    'PATCH /webhooks/:applicationId/:token/messages/:messageId': { limit: 5, perMs: 5 * secondMs },
    'PUT /applications/:applicationId/commands': { limit: 5, perMs: 20 * secondMs },
    'PUT /applications/:applicationId/guilds/:guildId/commands': { limit: 5, perMs: 20 * secondMs },
  },
  crosspost: { limit: 10, perMs: hourMs },
  publishedEdits: { limit: 3, perMs: hourMs },
  renames: { limit: 2, perMs: 10 * minuteMs },
  invalidRequests: 10_000,
  commandCreatesPerDay: 200,
};

const ordinaryGateway: GatewaySettings = {
  heartbeatIntervalMs: 41_250,
  recommendedShards: 1,
  maxGuildsPerShard: 2500,
  sessionStarts: 1000,
  maxConcurrency: 1,
  resumeWindowMs: 3 * minuteMs,
  replayLimit: 5000,
};

/**
 * The settings of a server: what the test says, and Discord's own values for the rest. Only its patience for a first response
 * grows with what else the machine has to do: a bot that gets a tenth of a processor is no slow bot.
 */
export function completeSettings(options: DiscordServerOptions): ServerSettings {
  const firstResponseMs = findTimeLimit(3 * secondMs);
  return {
    limits: {
      ...ordinaryLimits,
      ...options.limits,
      routes: { ...ordinaryLimits.routes, ...options.limits?.routes },
    },
    gateway: { ...ordinaryGateway, ...options.gateway },
    interactions: { firstResponseMs, tokenLifeMs: 15 * minuteMs, ...options.interactions },
    nonceLifeMs: options.nonceLifeMs ?? 3 * minuteMs,
  };
}
