import { createHmac, randomUUID } from 'node:crypto';
import { isEmptyAnswer } from './acknowledged-answer.ts';
import type { Delivery, DeliveryOutcome, DeliveryTimes } from './delivery.ts';
import { repeatUntilAcknowledged, type Try } from './repeat-delivery.ts';
import type { RecordedDelivery } from './server-log.ts';
import { isJsonObject, type JsonObject } from './slack-json.ts';
import type { SlackState } from './slack-state.ts';

/** Slack as a client of the app's HTTP endpoint. docs.slack.dev/apis/events-api/using-http-request-urls */
export class HttpSender {
  /** Where events, commands and interactions go. */
  url: string | undefined;
  /** Added to the time in the signature. */
  clockSkewMs = 0;
  /** Another secret makes every signature wrong. */
  signingSecret: string;
  readonly #state: SlackState;
  readonly #times: DeliveryTimes;
  readonly #closing = new AbortController();
  #late = new AbortController();

  constructor(state: SlackState, times: DeliveryTimes) {
    this.#state = state;
    this.#times = times;
    this.signingSecret = state.world.app.signingSecret;
  }

  deliver(delivery: Delivery): Promise<DeliveryOutcome> {
    const waits = delivery.kind === 'events_api' ? this.#times.retryAfterMs : [];
    return repeatUntilAcknowledged(waits, this.#closing.signal, (attempt, reason) =>
      this.#try(delivery, attempt, reason),
    );
  }

  /** Asks the endpoint to repeat a challenge, as Slack does when the URL is entered. */
  async verifyUrl(): Promise<boolean> {
    const challenge = randomUUID();
    const payload = { token: this.#state.world.app.verificationToken, challenge, type: 'url_verification' };
    const answer = await this.#post('application/json', JSON.stringify(payload), {});
    const text = await answer.text();
    return answer.ok && (text === challenge || parse(text, answer)?.challenge === challenge);
  }

  /** The time for an answer to what is under way is over, however long it would be. */
  letTimeRunOut(): void {
    this.#late.abort(new DOMException('The time for an answer is over.', 'TimeoutError'));
    this.#late = new AbortController();
  }

  close(): void {
    this.#closing.abort();
  }

  async #try(delivery: Delivery, attempt: number, reason: string): Promise<Try> {
    const { log, clock } = this.#state;
    const record: RecordedDelivery = {
      envelopeId: randomUUID(),
      kind: delivery.kind,
      eventId: typeof delivery.payload.event_id === 'string' ? delivery.payload.event_id : undefined,
      attempt,
      sentAt: clock.now(),
    };
    log.deliveries.push(record);
    const startedAt = performance.now();
    const result = await this.#sendOnce(delivery, attempt, reason);
    if ('failure' in result) record.failure = result.failure;
    else {
      record.delayMs = performance.now() - startedAt;
      record.response = result.response;
      if (!delivery.acceptsResponse && !isEmptyAnswer(result.response)) {
        log.addProblem(`Slack ignores what comes with the acknowledgement of ${String(delivery.payload.type)}`);
      }
    }
    log.changed();
    return result;
  }

  async #sendOnce(delivery: Delivery, attempt: number, reason: string): Promise<Try> {
    const [type, body] = encode(delivery);
    const retry =
      attempt > 0
        ? {
            'x-slack-retry-num': String(attempt),
            'x-slack-retry-reason': reason,
          }
        : {};
    try {
      const answer = await this.#post(type, body, retry);
      const text = await answer.text();
      if (answer.ok) return { response: parse(text, answer) ?? text };
      const isFinal = answer.headers.get('x-slack-no-retry') === '1';
      return { failure: answer.status >= 300 && answer.status < 400 ? 'too_many_redirects' : 'http_error', isFinal };
    } catch (error) {
      const isTimeout = error instanceof DOMException && error.name === 'TimeoutError';
      return { failure: isTimeout ? 'http_timeout' : 'connection_failed' };
    }
  }

  #post(contentType: string, body: string, headers: Record<string, string>): Promise<Response> {
    if (this.url === undefined) throw new Error('no endpoint to deliver to: call deliverTo(url) first');
    const seconds = Math.floor((this.#state.clock.now() + this.clockSkewMs) / 1000);
    const signature = createHmac('sha256', this.signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
    return fetch(this.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([
        this.#closing.signal,
        this.#late.signal,
        AbortSignal.timeout(this.#times.acknowledgeWithinMs),
      ]),
      headers: {
        'content-type': contentType,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': String(seconds),
        'x-slack-signature': `v0=${signature}`,
        ...headers,
      },
      body,
    });
  }
}

function encode({ kind, payload }: Delivery): [contentType: string, body: string] {
  if (kind === 'events_api') return ['application/json', JSON.stringify(payload)];
  const fields = kind === 'interactive' ? { payload: JSON.stringify(payload) } : (payload as Record<string, string>);
  return ['application/x-www-form-urlencoded', new URLSearchParams(fields).toString()];
}

function parse(text: string, answer: Response): JsonObject | undefined {
  if (!answer.headers.get('content-type')?.startsWith('application/json')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isJsonObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
