import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { botRoutes } from './bot-routes.ts';
import { ChangeSignal } from './change-signal.ts';
import { channelRoutes } from './channel-routes.ts';
import { type CommandRegistration, CommandRegistry, type RegisteredCommand } from './command-registry.ts';
import { commandRoutes } from './command-routes.ts';
import { describeNewGuild, describeUser } from './describe-world.ts';
import type { DiscordBackend } from './discord-backend.ts';
import { buildWorld, type DiscordWorld } from './discord-world.ts';
import { FaultPlan } from './fault-plan.ts';
import { getChannel, getGuild } from './find-in-world.ts';
import { DiscordGateway } from './gateway-server.ts';
import { InteractionDesk } from './interaction-desk.ts';
import type { InteractionRecord } from './interaction-record.ts';
import { interactionRoutes } from './interaction-routes.ts';
import { MessageBoard } from './message-board.ts';
import { messageRoutes } from './message-routes.ts';
import { NonceMemory } from './nonce-memory.ts';
import { PersonActions } from './person-actions.ts';
import { PersonInteractions } from './person-interactions.ts';
import { RateLimiter } from './rate-limiter.ts';
import { createRefusalCounts, type RefusalCounts, type RequestRecord } from './request-log.ts';
import { createRestServer } from './rest-server.ts';
import { ServerClock } from './server-clock.ts';
import { completeSettings, type DiscordServerOptions } from './server-settings.ts';
import { createSnowflakes } from './snowflake.ts';
import { threadListRoutes } from './thread-list-routes.ts';
import { WorldChanges } from './world-changes.ts';
import type { DiscordMessage } from './world-model.ts';

/** A local Discord, and all that a test does with it. */
export type DiscordServer = AsyncDisposable & {
  /** For `rest: { api }` of discord.js. */
  readonly apiUrl: string;
  readonly world: DiscordWorld;
  readonly token: string;
  /** The text that mentions the bot. */
  readonly mention: string;
  readonly clock: ServerClock;
  readonly gateway: DiscordGateway;
  readonly faults: FaultPlan;
  readonly people: PersonActions;
  readonly clicks: PersonInteractions;
  readonly changes: WorldChanges;
  /** Every request, in the order in which they came. */
  readonly requests: readonly RequestRecord[];
  readonly refusals: Readonly<RefusalCounts>;
  readonly registrations: readonly CommandRegistration[];
  readonly interactions: readonly InteractionRecord[];
  /** What everybody sees in a channel or thread, by name or id, oldest first. */
  readonly messages: (channel: string) => DiscordMessage[];
  /** A message by id, also one that only one person sees. */
  readonly findMessage: (messageId: string) => DiscordMessage | undefined;
  readonly channelId: (name: string) => string;
  readonly guildId: (name: string) => string;
  /** Looks again at every change, without polling; rejects with `what` when the time is over. */
  readonly waitFor: <T>(predicate: () => T, timeoutMs?: number, what?: string) => Promise<NonNullable<T>>;
  /** Calls back after every change, until the returned function is called. */
  readonly watch: (onChange: () => void) => () => void;
  /** The commands that the bot has registered for use everywhere. */
  readonly commands: () => readonly RegisteredCommand[];
  readonly close: () => Promise<void>;
};

/** Patience, no promise: a machine that others keep busy takes many times as long as an idle one. */
const ordinaryWaitMs = 240_000;
const routes = [
  ...botRoutes,
  ...commandRoutes,
  ...channelRoutes,
  ...threadListRoutes,
  ...messageRoutes,
  ...interactionRoutes,
];

/** Starts a strict local Discord on a free port of this machine. */
export async function startDiscordServer(options: DiscordServerOptions = {}): Promise<DiscordServer> {
  const signal = new ChangeSignal();
  const http = createServer();
  const address = () => `127.0.0.1:${(http.address() as AddressInfo).port}`;
  const backend = createBackend(options, address, signal.changed);
  const { world, gateway, board } = backend;
  const answer = createRestServer(backend, routes);
  http.on('request', (request, response) => void answer(request, response));
  gateway.attachTo(http);
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const close = async () => {
    signal.close();
    gateway.close();
    const closed = new Promise((resolve) => http.close(resolve));
    http.closeAllConnections();
    await closed;
  };
  return {
    apiUrl: `http://${address()}/api`,
    world,
    token: world.token,
    mention: `<@${world.bot.id}>`,
    clock: backend.clock,
    gateway,
    faults: backend.faults,
    people: new PersonActions(backend),
    clicks: new PersonInteractions(backend),
    changes: new WorldChanges(backend),
    requests: backend.requests,
    refusals: backend.refusals,
    registrations: backend.commands.registrations,
    interactions: backend.interactions.records,
    messages: (channel) => board.list(getChannel(world, channel).id),
    findMessage: (messageId) => board.findAnywhere(messageId),
    channelId: (name) => getChannel(world, name).id,
    guildId: (name) => getGuild(world, name).id,
    waitFor: (predicate, timeoutMs = ordinaryWaitMs, what = String(predicate)) =>
      signal.waitFor(predicate, timeoutMs, what),
    watch: (onChange) => signal.watch(onChange),
    commands: () => backend.commands.list('global'),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function createBackend(options: DiscordServerOptions, address: () => string, changed: () => void): DiscordBackend {
  const settings = completeSettings(options);
  const clock = new ServerClock();
  const world = buildWorld(options.world ?? {}, clock.now());
  const nextId = createSnowflakes(clock.now);
  const refusals = createRefusalCounts();
  const gatewayAddress = () => `ws://${address()}`;
  const gateway = new DiscordGateway({
    world,
    settings: settings.gateway,
    clock,
    address: gatewayAddress,
    describeGuild: (guildId) => describeNewGuild(world, getGuild(world, guildId)),
    describeBot: () => ({ ...describeUser(world.bot), verified: true, mfa_enabled: false, email: null }),
    changed,
  });
  const board = new MessageBoard({
    world,
    clock,
    tell: (event) => gateway.tell(event),
  });
  return {
    world,
    settings,
    clock,
    gateway,
    board,
    nonces: new NonceMemory(settings.nonceLifeMs, clock),
    commands: new CommandRegistry({
      applicationId: world.applicationId,
      nextId,
      createsPerDay: settings.limits.commandCreatesPerDay,
    }),
    interactions: new InteractionDesk({ world, clock, settings: settings.interactions, gateway, board, nextId }),
    limiter: new RateLimiter(settings.limits, clock, refusals),
    faults: new FaultPlan(),
    requests: [],
    refusals,
    nextId,
    gatewayAddress,
    changed,
  };
}
