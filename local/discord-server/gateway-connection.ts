import { type RawData, WebSocket } from 'ws';
import { checkIdentify, type Identify } from './check-identify.ts';
import type { DiscordWorld } from './discord-world.ts';
import { type GatewayClose, gatewayCloses } from './gateway-close.ts';
import { type GatewayCodec, payloadCodec } from './gateway-codec.ts';
import type { GatewaySession } from './gateway-session.ts';
import type { ServerClock } from './server-clock.ts';
import type { GatewaySettings } from './server-settings.ts';
import type { JsonObject } from './world-model.ts';

/** What a connection needs of the gateway that it belongs to. */
export type GatewayHost = {
  readonly world: DiscordWorld;
  readonly settings: GatewaySettings;
  readonly clock: ServerClock;
  readonly isAcking: () => boolean;
  /** Undefined when today's session starts are used up. */
  readonly startSession: (identify: Identify) => GatewaySession | undefined;
  readonly findSession: (id: unknown) => GatewaySession | undefined;
  /** Called once the session is attached, to send READY and what follows it. */
  readonly welcome: (session: GatewaySession) => void;
  readonly noteReceived: (op: number, data: unknown) => void;
};

const maxPayloadBytes = 4096;
const maxEvents = 120;
const eventsPerMs = 60_000;
const opcodes = {
  heartbeat: 1,
  identify: 2,
  presence: 3,
  voice: 4,
  resume: 6,
  reconnect: 7,
  invalid: 9,
  hello: 10,
  ack: 11,
} as const;

/** One WebSocket of a bot, from HELLO to its close. */
export class GatewayConnection {
  readonly #socket: WebSocket;
  readonly #host: GatewayHost;
  #codec: GatewayCodec;
  #session: GatewaySession | undefined;
  #receivedAtMs: number[] = [];
  #heartbeatTimer: NodeJS.Timeout | undefined;

  constructor(socket: WebSocket, host: GatewayHost, codec: GatewayCodec) {
    this.#socket = socket;
    this.#host = host;
    this.#codec = codec;
    socket.on('message', (data) => this.#receive(data));
    socket.on('close', (code) => {
      // Who closes with one of these gives the session up.
      if (code === 1000 || code === 1001) this.#session?.end();
      this.#leave();
    });
    // A reset connection is closed right after; there is nothing else to do about it.
    socket.on('error', () => undefined);
    this.#expectHeartbeat();
    this.send({ op: opcodes.hello, d: { heartbeat_interval: host.settings.heartbeatIntervalMs, _trace: [] } });
  }

  get session(): GatewaySession | undefined {
    return this.#session;
  }

  /** Whether the payload went out. */
  send = (payload: JsonObject): boolean => {
    if (this.#socket.readyState !== WebSocket.OPEN) return false;
    this.#codec.encode(JSON.stringify({ s: null, t: null, ...payload }), (frame) => this.#socket.send(frame));
    return true;
  };

  close(reason: GatewayClose): void {
    const [code, text] = gatewayCloses[reason];
    this.closeWith(code, text);
  }

  closeWith(code: number, text = ''): void {
    this.#leave();
    this.#socket.close(code, text);
  }

  /** Cuts the line without a word. */
  cut(): void {
    this.#leave();
    this.#socket.terminate();
  }

  askToReconnect(): void {
    this.send({ op: opcodes.reconnect, d: null });
  }

  /** Tells the bot that its session is invalid; one that is not resumable is over. */
  invalidate(isResumable: boolean): void {
    const session = this.#session;
    this.#detach();
    if (!isResumable) session?.end();
    this.send({ op: opcodes.invalid, d: isResumable });
  }

  #receive(raw: RawData) {
    const text = raw.toString();
    const payload = parsePayload(text);
    if (payload === undefined || Buffer.byteLength(text) > maxPayloadBytes) return this.close('decodeError');
    if (!this.#isWithinRate()) return this.close('rateLimited');
    const { op, d } = payload;
    this.#host.noteReceived(op, d);
    switch (op) {
      case opcodes.heartbeat:
        return this.#heartbeat(d);
      case opcodes.identify:
        return this.#identify(d);
      case opcodes.resume:
        return this.#resume(d as JsonObject);
      case opcodes.presence:
      case opcodes.voice:
        return this.#session === undefined ? this.close('notAuthenticated') : undefined;
      default:
        return this.close('unknownOpcode');
    }
  }

  #heartbeat(seq: unknown) {
    if (typeof seq === 'number') this.#session?.confirm(seq);
    if (!this.#host.isAcking()) return;
    this.#expectHeartbeat();
    this.send({ op: opcodes.ack });
  }

  #identify(data: unknown) {
    if (this.#session !== undefined) return this.close('alreadyAuthenticated');
    const { world, settings } = this.#host;
    const identify = checkIdentify(data, world, settings);
    if (typeof identify === 'string') return this.close(identify);
    // Discord resets the token of a bot that starts too many sessions.
    const session = this.#host.startSession(identify);
    if (session === undefined) return this.close('authenticationFailed');
    if (identify.wantsCompression) this.#codec = payloadCodec;
    this.#attach(session);
    this.#host.welcome(session);
  }

  #resume({ token, session_id: sessionId, seq }: JsonObject) {
    if (this.#session !== undefined) return this.close('alreadyAuthenticated');
    if (token !== this.#host.world.token) return this.close('authenticationFailed');
    const session = this.#host.findSession(sessionId);
    if (session === undefined) return this.invalidate(false);
    if (typeof seq !== 'number' || seq > session.seq) return this.close('invalidSeq');
    if (!session.canReplayFrom(seq)) {
      session.end();
      return this.invalidate(false);
    }
    this.#attach(session);
    session.replayFrom(seq);
  }

  #attach(session: GatewaySession): void {
    this.#session = session;
    session.attach(this);
  }

  #detach(): void {
    this.#session?.detach(this, this.#host.clock.now());
    this.#session = undefined;
  }

  #leave(): void {
    clearTimeout(this.#heartbeatTimer);
    this.#detach();
    this.#codec.close();
  }

  #isWithinRate(): boolean {
    const now = this.#host.clock.now();
    this.#receivedAtMs = this.#receivedAtMs.filter((atMs) => atMs > now - eventsPerMs);
    this.#receivedAtMs.push(now);
    return this.#receivedAtMs.length <= maxEvents;
  }

  // A bot that misses two heartbeats is gone.
  #expectHeartbeat(): void {
    clearTimeout(this.#heartbeatTimer);
    const patienceMs = 2 * this.#host.settings.heartbeatIntervalMs + 1000;
    this.#heartbeatTimer = setTimeout(() => this.close('sessionTimedOut'), patienceMs);
    this.#heartbeatTimer.unref();
  }
}

function parsePayload(text: string): { readonly op: number; readonly d: unknown } | undefined {
  try {
    const payload = JSON.parse(text) as { op?: unknown; d?: unknown };
    return typeof payload?.op === 'number' ? { op: payload.op, d: payload.d } : undefined;
  } catch {
    return undefined;
  }
}
