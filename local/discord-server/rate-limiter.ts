import { createHash } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { RefusalCounts } from './request-log.ts';
import type { ServerClock } from './server-clock.ts';
import type { RequestLimits, RouteLimit } from './server-settings.ts';

type Bucket = { used: number; resetAtMs: number; toldEmpty: boolean };

const globalWindowMs = 1000;

/** Counts requests per route and place, and over all: what Discord's X-RateLimit headers tell of. */
export class RateLimiter {
  readonly #limits: RequestLimits;
  readonly #clock: ServerClock;
  readonly #counts: RefusalCounts;
  readonly #buckets = new Map<string, Bucket>();
  readonly #globalBucket: Bucket = { used: 0, resetAtMs: 0, toldEmpty: false };

  constructor(limits: RequestLimits, clock: ServerClock, counts: RefusalCounts) {
    this.#limits = limits;
    this.#clock = clock;
    this.#counts = counts;
  }

  /** Counts a request against the bot's limit over all routes, or refuses it. */
  takeGlobal(): void {
    const bucket = this.#globalBucket;
    this.#renew(bucket, globalWindowMs);
    if (bucket.used++ < this.#limits.global) return;
    this.#counts.global++;
    throw tooMany(bucket.resetAtMs - this.#clock.now(), 'global', { 'X-RateLimit-Global': 'true' });
  }

  /** Counts a request against its route's limit and returns the headers that tell of it, or refuses it. */
  take(route: string, place: string): Record<string, string> {
    const limit = this.#limits.routes[route] ?? this.#limits.ordinary;
    const bucket = this.#bucketOf(`${route} ${place}`, limit.perMs);
    if (bucket.used >= limit.limit) {
      this.#counts[bucket.toldEmpty ? 'announced' : 'unannounced']++;
      throw tooMany(bucket.resetAtMs - this.#clock.now(), 'user', this.#tell(route, bucket, limit));
    }
    bucket.used++;
    if (bucket.used === limit.limit) bucket.toldEmpty = true;
    return this.#tell(route, bucket, limit);
  }

  /** Counts something against a limit that all bots share, or refuses it. */
  takeShared(what: string, limit: RouteLimit, code?: number): void {
    const bucket = this.#bucketOf(`shared ${what}`, limit.perMs);
    if (bucket.used++ < limit.limit) return;
    this.#counts.shared++;
    throw tooMany(bucket.resetAtMs - this.#clock.now(), 'shared', {}, code);
  }

  #bucketOf(key: string, perMs: number): Bucket {
    const bucket = this.#buckets.get(key) ?? { used: 0, resetAtMs: 0, toldEmpty: false };
    this.#buckets.set(key, bucket);
    this.#renew(bucket, perMs);
    return bucket;
  }

  #renew(bucket: Bucket, perMs: number): void {
    const now = this.#clock.now();
    if (now < bucket.resetAtMs) return;
    bucket.used = 0;
    bucket.toldEmpty = false;
    bucket.resetAtMs = now + perMs;
  }

  #tell(route: string, bucket: Bucket, { limit }: RouteLimit): Record<string, string> {
    return {
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - bucket.used)),
      'X-RateLimit-Reset': (bucket.resetAtMs / 1000).toFixed(3),
      'X-RateLimit-Reset-After': ((bucket.resetAtMs - this.#clock.now()) / 1000).toFixed(3),
      'X-RateLimit-Bucket': createHash('md5').update(route).digest('hex'),
    };
  }
}

export type RateLimitScope = 'user' | 'global' | 'shared';

/** Discord's answer to a request too many. */
export function tooMany(
  retryAfterMs: number,
  scope: RateLimitScope,
  headers: Record<string, string> = {},
  code?: number,
): ApiError {
  const seconds = Math.max(retryAfterMs, 1) / 1000;
  const body = { message: 'You are being rate limited.', retry_after: seconds, global: scope === 'global' };
  return new ApiError(429, code === undefined ? body : { ...body, code }, {
    ...headers,
    'Retry-After': String(Math.ceil(seconds)),
    'X-RateLimit-Scope': scope,
  });
}
