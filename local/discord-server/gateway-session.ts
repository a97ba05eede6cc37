import type { GatewayEvent } from './gateway-event.ts';
import { areIntentsFor, intentBits } from './gateway-intents.ts';
import { shardOf } from './snowflake.ts';
import type { JsonObject } from './world-model.ts';

type Dispatch = { readonly seq: number; readonly name: string; readonly data: JsonObject };

/** A connection, as a session sees it. */
export type SessionConnection = { readonly send: (payload: JsonObject) => boolean };

export type SessionStart = {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  readonly replayLimit: number;
};

/** What became of an event on its way to a bot: `confirmed` once a heartbeat or a resume names it or a later one. */
export type DeliveryState = 'waiting' | 'sent' | 'confirmed' | 'lost';

/** What a bot's shard has been told, over however many connections. */
export class GatewaySession {
  readonly id: string;
  readonly shard: readonly [id: number, count: number];
  readonly intents: number;
  readonly #replayLimit: number;
  #kept: Dispatch[] = [];
  readonly #seqAbout = new Map<string, number>();
  #connection: SessionConnection | undefined;
  #seq = 0;
  #confirmedSeq = 0;
  #sentSeq = 0;
  #forgottenSeq = 0;
  #isOver = false;
  disconnectedAtMs: number | undefined;

  constructor(start: SessionStart) {
    this.id = start.id;
    this.shard = start.shard;
    this.intents = start.intents;
    this.#replayLimit = start.replayLimit;
  }

  get seq(): number {
    return this.#seq;
  }

  get isConnected(): boolean {
    return this.#connection !== undefined;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether an event concerns this shard and what it asked to hear of. */
  hearsOf({ name, guildId }: GatewayEvent): boolean {
    const [id, count] = this.shard;
    return !this.#isOver && shardOf(guildId, count) === id && areIntentsFor(this.intents, name, guildId);
  }

  /** Sends an event now, or keeps it for the resume. */
  tell({ name, about, render }: GatewayEvent): void {
    this.dispatch(name, render((this.intents & intentBits.MessageContent) !== 0), about);
  }

  dispatch(name: string, data: JsonObject, about?: string): void {
    this.#seq++;
    const kept: Dispatch = { seq: this.#seq, name, data };
    if (about !== undefined) this.#seqAbout.set(about, kept.seq);
    this.#kept.push(kept);
    if (this.#kept.length > this.#replayLimit) this.#forgottenSeq = this.#kept.shift()?.seq ?? 0;
    this.#send(kept);
  }

  attach(connection: SessionConnection): void {
    this.#connection = connection;
    this.disconnectedAtMs = undefined;
  }

  detach(connection: SessionConnection, nowMs: number): void {
    if (this.#connection !== connection) return;
    this.#connection = undefined;
    this.disconnectedAtMs = nowMs;
  }

  /** Whether everything after `seq` is still kept. */
  canReplayFrom(seq: number): boolean {
    return !this.#isOver && seq <= this.#seq && seq >= this.#forgottenSeq;
  }

  /** Sends again what the bot says it has not had, and tells it that this was all. */
  replayFrom(seq: number): void {
    this.confirm(seq);
    for (const kept of this.#kept.filter((dispatch) => dispatch.seq > seq)) this.#send(kept);
    this.dispatch('RESUMED', { _trace: [] });
  }

  /** The bot has had everything up to `seq`. */
  confirm(seq: number): void {
    this.#confirmedSeq = Math.max(this.#confirmedSeq, Math.min(seq, this.#seq));
  }

  /** The session can no longer be resumed. */
  end(): void {
    this.#isOver = true;
    this.#connection = undefined;
    this.#kept = [];
  }

  /** What became of the event about something; undefined when this session was never to be told. */
  stateOf(about: string): DeliveryState | undefined {
    const seq = this.#seqAbout.get(about);
    if (seq === undefined) return undefined;
    if (seq <= this.#confirmedSeq) return 'confirmed';
    if (seq <= this.#sentSeq) return 'sent';
    return this.#isOver ? 'lost' : 'waiting';
  }

  #send(kept: Dispatch): void {
    const wasSent = this.#connection?.send({ op: 0, t: kept.name, s: kept.seq, d: kept.data }) ?? false;
    if (wasSent) this.#sentSeq = Math.max(this.#sentSeq, kept.seq);
  }
}
