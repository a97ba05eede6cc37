import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { isEmptyAnswer } from './acknowledged-answer.ts';
import type { Delivery, DeliveryOutcome, DeliveryTimes } from './delivery.ts';
import { repeatUntilAcknowledged, type Try } from './repeat-delivery.ts';
import type { RecordedDelivery } from './server-log.ts';
import type { SlackState } from './slack-state.ts';
import { type Sending, SocketConnection } from './socket-connection.ts';

export interface SocketOptions extends DeliveryTimes {
  readonly pingEveryMs: number;
  /** `retry`: without a connection a try fails, as with Slack. `hold`: it waits for a connection, so that nothing is ever given up. */
  readonly withoutConnection: 'retry' | 'hold';
}

const mostConnections = 10;
const host = 'applink-local';

/** Socket Mode's side of Slack. docs.slack.dev/apis/events-api/using-socket-mode */
export class SocketHub {
  readonly #state: SlackState;
  readonly #options: SocketOptions;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #connections = new Set<SocketConnection>();
  readonly #closing = new AbortController();
  /** Called when the next connection is there, or none will come any more. */
  #arrivals: (() => void)[] = [];
  #turn = 0;
  #refusals = 0;
  #lostAcks = 0;

  constructor(state: SlackState, options: SocketOptions) {
    this.#state = state;
    this.#options = options;
  }

  /** Connections that get envelopes. */
  get count(): number {
    return [...this.#connections].filter(({ isUsable }) => isUsable).length;
  }

  /** Refuses the next `times` websockets although their tickets are good. */
  refuse(times: number): void {
    this.#refusals = times;
  }

  /** The next `times` acknowledgements get lost on the way. */
  loseAcks(times: number): void {
    this.#lostAcks = times;
  }

  /** Breaks all connections without a word. */
  drop(): void {
    for (const connection of this.#connections) connection.break();
  }

  /** The connections stay open, but nothing gets through from the app. */
  stall(): void {
    for (const connection of this.#connections) connection.stall();
  }

  /** Sends a frame as it stands, whatever it is, over every connection. */
  tellRaw(frame: string): void {
    for (const connection of this.#connections) connection.tellRaw(frame);
  }

  /** Asks every connection to leave, as Slack does now and then. */
  rotate(reason: 'warning' | 'refresh_requested' | 'link_disabled' = 'refresh_requested'): void {
    for (const connection of this.#connections) if (connection.isUsable) connection.askToLeave(reason, host);
  }

  /** An address for one websocket. */
  openUrl(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    const query = new URLSearchParams({ ticket, app_id: this.#state.world.app.id });
    return `${this.#state.origin.replace(/^http/, 'ws')}/link/?${query}`;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://local');
    const isKnown = url.pathname === '/link/' && this.#tickets.delete(url.searchParams.get('ticket') ?? '');
    if (this.#refusals > 0 && isKnown) {
      this.#refusals -= 1;
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
    } else if (!isKnown) socket.end('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\n\r\n');
    else this.#server.handleUpgrade(request, socket, head, (websocket) => this.#welcome(websocket));
  }

  deliver(delivery: Delivery): Promise<DeliveryOutcome> {
    const isEvent = delivery.kind === 'events_api';
    return repeatUntilAcknowledged(isEvent ? this.#options.retryAfterMs : [], this.#closing.signal, (attempt, reason) =>
      // A broken connection is no reason of its own in Socket Mode: what the app is told of is the missing acknowledgement.
      this.#try(delivery, attempt, reason === '' ? '' : 'timeout'),
    );
  }

  /** Says goodbye to every websocket: one cut off during its own goodbye leaves a timer of 30 s behind in the SDK. */
  async close(): Promise<void> {
    this.#closing.abort();
    this.#announceArrival();
    const leaving = [...this.#server.clients].map(
      (websocket) =>
        new Promise<void>((resolve) => {
          const patience = setTimeout(() => websocket.terminate(), 500);
          websocket.once('close', () => {
            clearTimeout(patience);
            resolve();
          });
          websocket.resume();
          websocket.close(1001);
        }),
    );
    await Promise.all(leaving);
    this.#server.close();
  }

  #announceArrival(): void {
    const waiting = this.#arrivals;
    this.#arrivals = [];
    for (const go of waiting) go();
  }

  #welcome(websocket: ConstructorParameters<typeof SocketConnection>[0]): void {
    const { log } = this.#state;
    const connection = new SocketConnection(
      websocket,
      {
        isAckLost: () => this.#lostAcks > 0 && this.#lostAcks-- > 0,
        onLateAck: (id, ms) =>
          log.addProblem(`envelope ${id} was acknowledged twice or too late, after ${Math.round(ms)} ms`),
        onProblem: (problem) => log.addProblem(problem),
        onClose: () => {
          this.#connections.delete(connection);
          log.changed();
        },
      },
      this.#options.pingEveryMs,
    );
    if (this.count >= mostConnections) {
      connection.askToLeave('too_many_websockets', host);
      return;
    }
    this.#connections.add(connection);
    connection.tell({
      type: 'hello',
      num_connections: this.count,
      debug_info: { host, build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#state.world.app.id },
    });
    this.#announceArrival();
    log.changed();
  }

  async #try(delivery: Delivery, attempt: number, reason: string): Promise<Try> {
    const { log, clock } = this.#state;
    const connection = await this.#pick();
    const record: RecordedDelivery = {
      envelopeId: randomUUID(),
      kind: delivery.kind,
      eventId: typeof delivery.payload.event_id === 'string' ? delivery.payload.event_id : undefined,
      attempt,
      sentAt: clock.now(),
    };
    log.deliveries.push(record);
    const startedAt = performance.now();
    const sending: Sending | { failure: string } =
      connection === undefined
        ? { failure: 'connection_failed' }
        : await connection.send(
            {
              envelope_id: record.envelopeId,
              type: delivery.kind,
              accepts_response_payload: delivery.acceptsResponse,
              payload: delivery.payload,
              ...(delivery.kind === 'events_api' ? { retry_attempt: attempt, retry_reason: reason } : {}),
            },
            this.#options.acknowledgeWithinMs,
          );
    if ('failure' in sending) record.failure = sending.failure;
    else {
      record.delayMs = performance.now() - startedAt;
      record.response = sending.response;
      if (!delivery.acceptsResponse && !isEmptyAnswer(sending.response)) {
        log.addProblem(`Slack ignores what comes with the acknowledgement of ${String(delivery.payload.type)}`);
      }
    }
    log.changed();
    return sending;
  }

  async #pick(): Promise<SocketConnection | undefined> {
    const usable = () => [...this.#connections].filter(({ isUsable }) => isUsable);
    while (this.#options.withoutConnection === 'hold' && usable().length === 0 && !this.#closing.signal.aborted) {
      await new Promise<void>((resolve) => this.#arrivals.push(resolve));
    }
    const open = usable();
    this.#turn += 1;
    return open[this.#turn % Math.max(1, open.length)];
  }
}
