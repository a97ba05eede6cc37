import type { WebSocket } from 'ws';
import { isJsonObject, type JsonObject } from './slack-json.ts';

/** How one sending of an envelope ended. */
export type Sending = { readonly response: unknown } | { readonly failure: 'timeout' | 'connection_lost' };

/** Told about what Slack would not answer: acknowledgements that fit nothing. */
export interface ConnectionWatcher {
  /** True when this acknowledgement is to get lost. */
  readonly isAckLost: () => boolean;
  readonly onLateAck: (envelopeId: string, afterMs: number) => void;
  readonly onProblem: (problem: string) => void;
  readonly onClose: () => void;
}

/** One websocket of the app: sends envelopes and matches acknowledgements to them. */
export class SocketConnection {
  /** Told to go: it gets nothing more, but may still acknowledge. */
  isDraining = false;
  readonly #socket: WebSocket;
  readonly #watcher: ConnectionWatcher;
  readonly #waiting = new Map<string, (sending: Sending) => void>();
  readonly #sentAt = new Map<string, number>();
  readonly #pinging: NodeJS.Timeout;

  constructor(socket: WebSocket, watcher: ConnectionWatcher, pingEveryMs: number) {
    this.#socket = socket;
    this.#watcher = watcher;
    socket.on('message', (data) => this.#readAck(String(data)));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#settleAll());
    this.#pinging = setInterval(() => socket.ping('Ping from local Slack'), pingEveryMs);
    this.#pinging.unref();
  }

  get isUsable(): boolean {
    return !this.isDraining && this.#socket.readyState === this.#socket.OPEN;
  }

  tell(message: JsonObject): void {
    this.tellRaw(JSON.stringify(message));
  }

  tellRaw(frame: string): void {
    this.#socket.send(frame);
  }

  /** Sends an envelope; settles with its acknowledgement, or why there is none. */
  send(envelope: JsonObject & { envelope_id: string }, withinMs: number): Promise<Sending> {
    const id = envelope.envelope_id;
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ failure: 'timeout' }), withinMs);
      const settle = (sending: Sending) => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(sending);
      };
      this.#waiting.set(id, settle);
      this.#sentAt.set(id, performance.now());
      this.tell(envelope);
    });
  }

  /** Asks the app to go; closes from this side when it does not. */
  askToLeave(reason: string, host: string): void {
    this.isDraining = true;
    this.tell({ type: 'disconnect', reason, debug_info: { host } });
    setTimeout(() => this.#socket.close(1000), 10_000).unref();
  }

  /** Breaks the connection without a word. */
  break(): void {
    this.#socket.terminate();
  }

  /** Stops reading: pings stay unanswered, acknowledgements unread, as when the network between is gone. */
  stall(): void {
    this.#socket.pause();
  }

  #readAck(text: string): void {
    let ack: unknown;
    try {
      ack = JSON.parse(text);
    } catch {
      this.#watcher.onProblem(`the app sent what is no JSON over its websocket: ${text.slice(0, 80)}`);
      return;
    }
    const id = isJsonObject(ack) ? ack.envelope_id : undefined;
    const sentAt = typeof id === 'string' ? this.#sentAt.get(id) : undefined;
    if (!isJsonObject(ack) || typeof id !== 'string' || sentAt === undefined) {
      this.#watcher.onProblem(`the app acknowledged an envelope that this connection never carried: ${String(id)}`);
      return;
    }
    const settle = this.#waiting.get(id);
    // The time for another one would pass in vain.
    if (this.#watcher.isAckLost()) settle?.({ failure: 'timeout' });
    else if (settle === undefined) this.#watcher.onLateAck(id, performance.now() - sentAt);
    else settle({ response: ack.payload });
  }

  #settleAll(): void {
    clearInterval(this.#pinging);
    for (const settle of [...this.#waiting.values()]) settle({ failure: 'connection_lost' });
    this.#watcher.onClose();
  }
}
