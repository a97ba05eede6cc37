import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { Identify } from './check-identify.ts';
import type { DiscordWorld } from './discord-world.ts';
import { createStreamCodec, plainCodec } from './gateway-codec.ts';
import { GatewayConnection } from './gateway-connection.ts';
import type { GatewayEvent } from './gateway-event.ts';
import { type DeliveryState, GatewaySession } from './gateway-session.ts';
import type { ServerClock } from './server-clock.ts';
import type { GatewaySettings } from './server-settings.ts';
import type { JsonObject } from './world-model.ts';

/** What the gateway needs of the server around it. */
export type GatewayParts = {
  readonly world: DiscordWorld;
  readonly settings: GatewaySettings;
  readonly clock: ServerClock;
  readonly address: () => string;
  readonly describeGuild: (guildId: string) => JsonObject;
  readonly describeBot: () => JsonObject;
  readonly changed: () => void;
};

export type GatewayCounts = {
  connections: number;
  identifies: number;
  resumes: number;
  heartbeats: number;
  refused: number;
};

const resumeOp = 6;
const heartbeatOp = 1;
const states: readonly DeliveryState[] = ['confirmed', 'sent', 'waiting', 'lost'];

/** Discord's gateway: who is connected, what they are told, and the ways in which a test can break it. */
export class DiscordGateway {
  readonly counts: GatewayCounts = { connections: 0, identifies: 0, resumes: 0, heartbeats: 0, refused: 0 };
  readonly #parts: GatewayParts;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<GatewayConnection>();
  readonly #sessions = new Map<string, GatewaySession>();
  #isAcking = true;
  #isRefusing = false;
  #sessionStarts: number;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
    this.#sessionStarts = parts.settings.sessionStarts;
  }

  get sessionStartsLeft(): number {
    return this.#sessionStarts;
  }

  /** The shards that somebody is connected for. */
  get connectedShards(): number[] {
    return [...this.#sessions.values()].filter(({ isConnected }) => isConnected).map(({ shard: [id] }) => id);
  }

  attachTo(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
  }

  /** Tells every session that is to hear of it. */
  tell(event: GatewayEvent): void {
    const { world } = this.#parts;
    const isOutside = event.guildId !== undefined && !world.guilds.get(event.guildId)?.members.has(world.bot.id);
    // The last that a bot hears of a guild is that it is out of it.
    if (isOutside && event.name !== 'GUILD_DELETE') return;
    for (const session of this.#sessions.values()) if (session.hearsOf(event)) session.tell(event);
    this.#parts.changed();
  }

  /** Whether anybody would hear of something in a guild, or with `undefined` in a direct message. */
  isAnybodyConnectedFor(guildId: string | undefined): boolean {
    const probe: GatewayEvent = { name: 'INTERACTION_CREATE', guildId, render: () => ({}) };
    return [...this.#sessions.values()].some((session) => session.isConnected && session.hearsOf(probe));
  }

  /**
   * What became of the event about a message or an interaction: `confirmed` is certain to have reached the bot; `sent`
   * went out on a connection and may have died with it; `waiting` is kept for a resume; `lost` reaches nobody.
   */
  deliveryOf(about: string): DeliveryState {
    const found = [...this.#sessions.values()].map((session) => session.stateOf(about));
    return states.find((state) => found.includes(state)) ?? 'lost';
  }

  /** Cuts all connections, or closes them with a code. */
  kill(code?: number): void {
    for (const connection of [...this.#connections]) {
      if (code === undefined) connection.cut();
      else connection.closeWith(code);
    }
  }

  /** Asks all bots to connect anew and resume (opcode 7). */
  askToReconnect(): void {
    for (const connection of this.#connections) connection.askToReconnect();
  }

  /** Tells all bots that their session is invalid (opcode 9). */
  invalidateSessions(isResumable: boolean): void {
    for (const connection of this.#connections) connection.invalidate(isResumable);
  }

  /** Forgets sessions that nobody is connected for, so that no resume works. */
  forgetSessions(): void {
    for (const session of this.#sessions.values()) if (!session.isConnected) session.end();
  }

  /** Turns new connections away with 503 until told otherwise. */
  refuseConnections(isRefusing: boolean): void {
    this.#isRefusing = isRefusing;
  }

  /** Stops answering heartbeats, as a connection that is dead without knowing it. */
  acknowledgeHeartbeats(isAcking: boolean): void {
    this.#isAcking = isAcking;
  }

  close(): void {
    this.#isRefusing = true;
    this.kill();
    this.#sockets.close();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const problem = this.#isRefusing ? '503 Service Unavailable' : findQueryProblem(query);
    if (problem !== undefined) {
      this.counts.refused++;
      this.#parts.changed();
      socket.end(`HTTP/1.1 ${problem}\r\nConnection: close\r\n\r\n`);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) => {
      this.counts.connections++;
      const codec = query.get('compress') === 'zlib-stream' ? createStreamCodec() : plainCodec;
      const connection = new GatewayConnection(opened, this.#createHost(), codec);
      this.#connections.add(connection);
      opened.on('close', () => {
        this.#connections.delete(connection);
        this.#parts.changed();
      });
      this.#parts.changed();
    });
  }

  #createHost() {
    const { world, settings, clock, changed } = this.#parts;
    return {
      world,
      settings,
      clock,
      isAcking: () => this.#isAcking,
      startSession: (identify: Identify) => this.#startSession(identify),
      findSession: (id: unknown) => this.#findSession(id),
      welcome: (session: GatewaySession) => this.#welcome(session),
      noteReceived: (op: number) => {
        if (op === heartbeatOp) this.counts.heartbeats++;
        if (op === resumeOp) this.counts.resumes++;
        // After the connection has acted on it.
        setImmediate(changed);
      },
    };
  }

  #startSession({ shard, intents }: Identify): GatewaySession | undefined {
    if (this.#sessionStarts <= 0) return undefined;
    this.#sessionStarts--;
    this.counts.identifies++;
    const session = new GatewaySession({
      id: randomUUID(),
      shard,
      intents,
      replayLimit: this.#parts.settings.replayLimit,
    });
    this.#sessions.set(session.id, session);
    return session;
  }

  #findSession(id: unknown): GatewaySession | undefined {
    const session = this.#sessions.get(String(id));
    if (session === undefined || session.isOver) return undefined;
    const { clock, settings } = this.#parts;
    const goneForMs = session.disconnectedAtMs === undefined ? 0 : clock.now() - session.disconnectedAtMs;
    if (goneForMs <= settings.resumeWindowMs) return session;
    session.end();
    return undefined;
  }

  #welcome(session: GatewaySession): void {
    const { world, describeBot, describeGuild, address } = this.#parts;
    const guilds = [...world.guilds.values()].filter(({ id, members }) => {
      const isInShard = session.hearsOf({ name: 'INTERACTION_CREATE', guildId: id, render: () => ({}) });
      return isInShard && members.has(world.bot.id);
    });
    session.dispatch('READY', {
      v: 10,
      user: describeBot(),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: `${address()}/resume`,
      shard: session.shard,
      application: { id: world.applicationId, flags: 0 },
      private_channels: [],
    });
    for (const { id } of guilds) {
      const created: GatewayEvent = { name: 'GUILD_CREATE', guildId: id, render: () => describeGuild(id) };
      if (session.hearsOf(created)) session.tell(created);
    }
  }
}

function findQueryProblem(query: URLSearchParams): string | undefined {
  const compress = query.get('compress');
  const isAccepted =
    query.get('v') === '10' &&
    (query.get('encoding') ?? 'json') === 'json' &&
    (compress === null || compress === 'zlib-stream');
  return isAccepted ? undefined : '400 Bad Request: only v=10, encoding=json and compress=zlib-stream are spoken here';
}
