import type { RateLimitScope } from './rate-limiter.ts';
import type { RequestRecord } from './request-log.ts';

/** What goes wrong with a request: nothing is ever answered, the line is cut, an error comes, or the answer is slow. */
export type FaultKind =
  | { readonly how: 'hang' }
  | { readonly how: 'drop' }
  | { readonly how: 'status'; readonly status: number; readonly code?: number }
  /** What stands between the bot and Discord answers, not in JSON. */
  | { readonly how: 'page'; readonly status: number }
  | { readonly how: 'rate-limit'; readonly retryAfterMs: number; readonly scope: RateLimitScope }
  | { readonly how: 'delay'; readonly delayMs: number };

/** A fault that a test orders. */
export type Fault = FaultKind & {
  /** As in 'POST /channels/:channelId/messages'; every route when absent. */
  readonly route?: string;
  readonly matches?: (request: RequestRecord) => boolean;
  /** How many requests it hits: one unless told otherwise. */
  readonly times?: number;
  /** Before the server acts on the request (the default), or after it has. */
  readonly when?: 'before' | 'after';
};

/** The faults that are still to come. */
export class FaultPlan {
  #pending: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#pending.push({ fault, left: fault.times ?? 1 });
  }

  clear(): void {
    this.#pending = [];
  }

  /** The fault for a request, if one is due; it is used up by that. */
  take(request: RequestRecord): Fault | undefined {
    const due = this.#pending.find(
      ({ fault, left }) =>
        left > 0 &&
        (fault.route === undefined || fault.route === request.route) &&
        (fault.matches === undefined || fault.matches(request)),
    );
    if (due === undefined) return undefined;
    due.left--;
    return due.fault;
  }
}
