import type { SlackClock } from './slack-clock.ts';

/** Which limits hold. Both are off until a test asks for them. */
export interface RateLimitOptions {
  /** One message a second and channel. */
  readonly perChannel?: boolean;
  /** The tier of each method: calls a minute, workspace and method. */
  readonly perMethod?: boolean;
}

// docs.slack.dev/apis/web-api/rate-limits; tier 4 is "100+".
const callsPerMinute: Readonly<Record<number, number>> = { 1: 1, 2: 20, 3: 50, 4: 100 };

/** Counts calls and says how long the app has to wait, in seconds. */
export class RateLimits {
  options: RateLimitOptions;
  readonly #clock: SlackClock;
  readonly #calls = new Map<string, number[]>();

  constructor(clock: SlackClock, options: RateLimitOptions) {
    this.#clock = clock;
    this.options = options;
  }

  /** `Retry-After` when one call more is one too many; otherwise the call is counted. */
  count(call: {
    team: string;
    method: string;
    tier: number | undefined;
    channel: string | undefined;
  }): number | undefined {
    const windows: [key: string, most: number, windowMs: number][] = [];
    const perMinute = call.tier === undefined ? undefined : callsPerMinute[call.tier];
    if (this.options.perMethod && perMinute !== undefined)
      windows.push([`${call.team} ${call.method}`, perMinute, 60_000]);
    if (this.options.perChannel && call.channel !== undefined) windows.push([`${call.team} ${call.channel}`, 1, 1000]);
    const now = this.#clock.now();
    const waits = windows.map(([key, most, windowMs]) => {
      const recent = (this.#calls.get(key) ?? []).filter((at) => now - at < windowMs);
      this.#calls.set(key, recent);
      return recent.length < most ? 0 : Math.ceil(((recent[0] ?? now) + windowMs - now) / 1000);
    });
    const wait = Math.max(0, ...waits);
    if (wait > 0) return wait;
    for (const [key] of windows) this.#calls.get(key)?.push(now);
    return undefined;
  }
}
