import { isIPv6 } from 'node:net';
import { createBuckets } from '#traffic/question-budget.ts';

const WINDOW_MS = 60_000;
const LOOPBACK = /^(?:127\.|::1$)/;
/** Whoever has one address of IPv6 has a whole network of them: the first four groups. */
const NETWORK_GROUPS = 4;

/** Who asks, as the connection shows it. */
export interface Caller {
  readonly remoteAddress: string | undefined;
  /** The header `x-forwarded-for`. */
  readonly forwardedFor: string | undefined;
}

export interface RateLimitSettings {
  readonly requestsPerMinute: number;
  /** A reverse proxy on another machine is the only one that gets here: what it says of who asks is believed. */
  readonly isBehindProxy: boolean;
}

/** Milliseconds to wait; 0 when the request is within what its address may ask, and counts it then. */
export type RateLimit = (caller: Caller, nowMs: number) => number;

/**
 * A budget for each address that refills steadily. Whoever asks from this very machine without a proxy between is its
 * owner, and is not held back.
 */
export function createRateLimit({ requestsPerMinute, isBehindProxy }: RateLimitSettings): RateLimit {
  const buckets = createBuckets(requestsPerMinute, WINDOW_MS);
  return (caller, nowMs) => {
    const key = findCallerKey(caller, isBehindProxy);
    if (key === undefined) return 0;
    const waitMs = buckets.waitMs(key, nowMs);
    if (waitMs === 0) buckets.take(key, nowMs);
    return waitMs;
  };
}

/** What stands for a caller; undefined for whoever is on this machine. */
export function findCallerKey(
  { remoteAddress = '', forwardedFor }: Caller,
  isBehindProxy: boolean,
): string | undefined {
  const address = unmap(remoteAddress);
  const isLocal = LOOPBACK.test(address);
  // A proxy adds the address it saw at the end; whatever stands before it was written by whoever asked.
  const forwarded = isLocal || isBehindProxy ? forwardedFor?.split(',').at(-1)?.trim() : undefined;
  if (forwarded) return groupAddress(unmap(forwarded));
  return isLocal ? undefined : groupAddress(address);
}

function unmap(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function groupAddress(address: string): string {
  if (!isIPv6(address)) return address.slice(0, 64);
  const [before = '', after = ''] = address.toLowerCase().split('%', 1)[0]?.split('::') ?? [];
  const head = before.split(':').filter(Boolean);
  const tail = after.split(':').filter(Boolean);
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0');
  return [...head, ...zeros, ...tail]
    .slice(0, NETWORK_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
