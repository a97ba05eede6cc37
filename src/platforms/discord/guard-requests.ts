import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { DeliveryError } from '#conversation/delivery-error.ts';
import type { Log } from '#conversation/log.ts';
import { refuseWebPage } from '#conversation/network-failure.ts';
import { createPace, discordPace } from './pace-requests.ts';

/** Discord bans an address for a while after 10 000 invalid requests in ten minutes (topics/rate-limits.mdx). */
const windowMs = 10 * 60_000;
/** Far below that: a bot that is refused so often is set up wrongly, and asking on changes nothing. */
const maxInvalidRequests = 1000;
const warnAt = 100;
/** How long Discord may take for an answer. */
const answerWithinMs = 15_000;

export interface RequestGuard {
  /** Makes the SDK's requests, all of them, each in its turn, unless too many were refused. */
  readonly makeRequest: RESTOptions['makeRequest'];
  /** Requests that Discord counts as invalid, in these ten minutes. */
  readonly countInvalid: () => number;
}

/**
 * Paces all requests, and stops them long before Discord would: invalid are those answered with 401, 403 or, by our own
 * fault, 429. Discord counts by the bot: a process needs one guard for all its clients.
 */
export function guardRequests(log: Log, now: () => number, limit = maxInvalidRequests): RequestGuard {
  const pace = createPace(discordPace);
  let windowEndsMs = 0;
  let invalid = 0;
  const renew = () => {
    if (now() < windowEndsMs && windowEndsMs - now() <= windowMs) return;
    windowEndsMs = now() + windowMs;
    invalid = 0;
  };
  return {
    async makeRequest(url, init) {
      renew();
      if (invalid >= limit) {
        const retryAfterMs = windowEndsMs - now();
        throw new DeliveryError('try-later', 'Discord has refused too much; nothing is sent for some minutes.', {
          retryAfterMs,
        });
      }
      // First responses to interactions do not count towards the limit over all routes, and cannot wait.
      const isPaced = !/\/interactions\/[^?]+\/callback/.test(url);
      const settle = isPaced ? await pace() : () => {};
      // The SDK's time runs while a request waits for its turn; this one begins when it leaves.
      const signal = AbortSignal.any([
        ...(init.signal ? [init.signal as AbortSignal] : []),
        AbortSignal.timeout(answerWithinMs),
      ]);
      const response = await DefaultRestOptions.makeRequest(url, { ...init, signal }).finally(settle);
      const { status, headers } = response;
      refuseWebPage(status, headers.get('content-type'));
      if (status === 401 || status === 403 || (status === 429 && headers.get('X-RateLimit-Scope') !== 'shared')) {
        renew();
        invalid++;
        const fields = { status, invalid };
        if (status === 429)
          log.warn('Discord asks to send less.', { ...fields, global: headers.has('X-RateLimit-Global') });
        if (invalid === warnAt) log.warn('Discord refuses very much of what is sent.', fields);
        if (invalid === limit)
          log.error('Discord refuses nearly everything; nothing is sent for some minutes.', fields);
      }
      return response;
    },
    countInvalid: () => {
      renew();
      return invalid;
    },
  };
}
