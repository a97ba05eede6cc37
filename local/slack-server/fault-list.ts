import type { JsonObject } from './slack-json.ts';

/** Something that goes wrong with calls of the app. */
export interface Fault {
  /** A Web API method, `response_url`, or `*` for every call. */
  readonly method: string;
  /**
   * `no-answer`: nothing is done, nothing answered. `drop-before`: the connection breaks, nothing is done. `drop-after`: done, but the
   * connection breaks before the answer. `no-answer-after`: done, never answered. `server-error`: a 5xx, nothing is done.
   * `server-error-after`: done, but answered with a 5xx. `rate-limit`: 429. `error`: refused with `error`. `slow`: answered late.
   */
  readonly kind:
    | 'no-answer'
    | 'drop-before'
    | 'drop-after'
    | 'no-answer-after'
    | 'server-error'
    | 'server-error-after'
    | 'rate-limit'
    | 'error'
    | 'slow';
  /** How many calls it hits. Default: one. */
  readonly times?: number;
  readonly when?: (args: JsonObject) => boolean;
  /** Of `rate-limit`. Default: one second. */
  readonly retryAfterSeconds?: number;
  /** Of `server-error`. Default: 503. */
  readonly status?: number;
  /** Of `error`. */
  readonly error?: string;
  /** Of `slow`. */
  readonly delayMs?: number;
}

/** The faults that are still to happen. */
export class FaultList {
  readonly #faults: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#faults.length = 0;
  }

  /** The fault that hits this call, used up once. */
  take(method: string, args: JsonObject): Fault | undefined {
    const entry = this.#faults.find(
      ({ fault, left }) =>
        left > 0 && (fault.method === '*' || fault.method === method) && (fault.when?.(args) ?? true),
    );
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return entry.fault;
  }
}
