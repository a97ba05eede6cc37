import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as delay } from 'node:timers/promises';
import { DefaultRestOptions, type RESTOptions } from 'discord.js';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Log } from '#conversation/ports/log.ts';
import { refuseWebPage } from '#traffic/network-failure.ts';
import { createRequestPace, discordPace } from './pace-requests.ts';
import { type Cause, createRefusalBudgets } from './refusal-budgets.ts';

/** Discord bans an address for a while after 10 000 invalid requests in ten minutes (topics/rate-limits.mdx). */
const WINDOW_MS = 10 * 60_000;
/**
 * Two replicas behind one address stay below that. It is the last resort: who is refused again and again spends a budget of
 * their own long before.
 */
const MAX_INVALID_REQUESTS = 4000;
const WARN_AT = 100;
/** For whoever asks to send less and does not say how long: Discord itself always does. */
const UNSTATED_WAIT_MS = 1_000;
/** How long Discord may take for an answer. */
const ANSWER_WITHIN_MS = 15_000;

/** What is to be known of requests that are made within some work. */
export interface RequestContext {
  /** For whom and where. */
  readonly causes?: readonly Cause[];
  /** Asked when a request that makes something has had its turn and is about to leave; it does not leave when this rejects. */
  readonly beforeLeaving?: (() => Promise<void>) | undefined;
}

export interface RequestGuard {
  /** Makes the SDK's requests, all of them, each in its turn, unless too many were refused. */
  readonly makeRequest: RESTOptions['makeRequest'];
  /** All requests that are made within the work, however deep, have this context. */
  readonly during: <Value>(context: RequestContext, work: () => Promise<Value>) => Promise<Value>;
  /** Whether so much was refused of what was done for them that nothing more is sent for a while. */
  readonly isSpent: (causes: readonly Cause[]) => boolean;
  /** Requests that Discord counts as invalid, in these ten minutes. */
  readonly countInvalid: () => number;
}

/** What an interaction's token allows: Discord has asked for it, and people wait for it. */
const BY_INTERACTION = /\/(?:interactions\/\d+\/[^/?]+\/callback|webhooks\/\d+\/[^/?]+)/;
/** First responses to interactions do not count towards the limit over all routes, and cannot wait. */
const FIRST_RESPONSE = /\/interactions\/[^?]+\/callback/;

/**
 * Paces all requests, and stops them long before Discord would: invalid are those answered with 401, 403 or, by our own
 * fault, 429. Discord counts by the bot: a process needs one guard for all its clients. What is refused is charged to whom
 * it was done for, and nothing more is sent for them for a while; answers to interactions always leave.
 */
export function guardRequests(log: Log, now: () => number, limit = MAX_INVALID_REQUESTS): RequestGuard {
  const pace = createRequestPace(discordPace);
  const budgets = createRefusalBudgets();
  const contexts = new AsyncLocalStorage<RequestContext>();
  let windowEndsMs = 0;
  let invalid = 0;

  return {
    async makeRequest(url, init) {
      const { causes = [], beforeLeaving } = contexts.getStore() ?? {};
      const check = BY_INTERACTION.test(url) ? () => {} : () => refuseWhatIsSpent(causes);
      check();
      const settle = FIRST_RESPONSE.test(url) ? () => {} : await pace();
      const response = await leave(url, init, async () => {
        // Others of the same kind may have been refused while this one waited for its turn.
        check();
        if (init.method !== 'GET') await beforeLeaving?.();
      }).finally(settle);
      refuseWebPage(response.status, response.headers.get('content-type'));
      if (isInvalid(response)) note(response, causes);
      // The SDK would ask again at once.
      if (response.status === 429 && !response.headers.has('Retry-After')) await delay(UNSTATED_WAIT_MS);
      return response;
    },
    during: (context, work) => contexts.run({ ...contexts.getStore(), ...context }, work),
    isSpent: (causes) => budgets.areSpent(causes, now()),
    countInvalid: () => {
      renew();
      return invalid;
    },
  };

  function renew(): void {
    if (now() < windowEndsMs && windowEndsMs - now() <= WINDOW_MS) return;
    windowEndsMs = now() + WINDOW_MS;
    invalid = 0;
  }

  function refuseWhatIsSpent(causes: readonly Cause[]): void {
    renew();
    if (invalid >= limit) {
      const retryAfterMs = windowEndsMs - now();
      throw new DeliveryError('try-later', 'Discord has refused too much; nothing is sent for some minutes.', {
        retryAfterMs,
      });
    }
    if (!budgets.areSpent(causes, now())) return;
    throw new DeliveryError('rejected', 'Discord has refused too much of this; a minute later it is tried again.');
  }

  async function leave(
    url: string,
    init: Parameters<RESTOptions['makeRequest']>[1],
    beforeLeaving: () => Promise<void>,
  ) {
    await beforeLeaving();
    // The SDK's time runs while a request waits for its turn; this one begins when it leaves.
    const signal = AbortSignal.any([
      ...(init.signal ? [init.signal as AbortSignal] : []),
      AbortSignal.timeout(ANSWER_WITHIN_MS),
    ]);
    return DefaultRestOptions.makeRequest(url, { ...init, signal });
  }

  function note({ status, headers }: Answered, causes: readonly Cause[]): void {
    renew();
    invalid++;
    const fields = { status, invalid };
    if (status === 429)
      log.warn('Discord asks to send less.', { ...fields, global: headers.has('X-RateLimit-Global') });
    else budgets.charge(causes, now());
    if (invalid === WARN_AT) log.warn('Discord refuses very much of what is sent.', fields);
    if (invalid === limit) log.error('Discord refuses nearly everything; nothing is sent for some minutes.', fields);
  }
}

type Answered = Pick<Awaited<ReturnType<RESTOptions['makeRequest']>>, 'status' | 'headers'>;

function isInvalid({ status, headers }: Answered): boolean {
  return status === 401 || status === 403 || (status === 429 && headers.get('X-RateLimit-Scope') !== 'shared');
}
