import { RespondError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { DeliveryError, type DeliveryFailure } from '#conversation/ports/delivery-error.ts';
import { inDoubt, toNetworkFailure } from '#traffic/network-failure.ts';
import { isSlackCode, readSlackCode, type SlackCodeKind } from './codes.ts';

const reasons: Readonly<Record<Exclude<SlackCodeKind, 'unsure'>, DeliveryFailure>> = {
  token: 'rejected',
  call: 'rejected',
  form: 'rejected',
  destination: 'destination-gone',
  passing: 'try-later',
};

/** Turns whatever a call to Slack threw into the one error that the rest of the bot knows. No secret is in its message. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof WebAPIRateLimitedError) return askedToWait(error.retryAfter * 1000, error);
  if (error instanceof WebAPIPlatformError) return fromCode(error);
  if (error instanceof WebAPIHTTPError) {
    // Slack's Web API knows two: 200 and 429. Any other is that of something on the way, which passes.
    if (error.statusCode >= 500) return fromStatus(error.statusCode, error);
    const message = `Slack cannot be reached (${error.statusCode}); it is tried again later.`;
    return new DeliveryError('try-later', message, { cause: error });
  }
  if (error instanceof RespondError) return fromStatus(error.statusCode ?? 0, error);
  if (error instanceof WebAPIRequestError) {
    if (error.original instanceof DeliveryError) return error.original;
    return toNetworkFailure('Slack', error.original, error);
  }
  if (error instanceof TypeError) return toNetworkFailure('Slack', error, error);
  return inDoubt('Sending to Slack failed in an unknown way.', error);
}

/** What it throws is a `DeliveryError`. */
export async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toDeliveryError(error);
  }
}

/** Slack has not taken what it was sent, and says when it will take more. */
export function askedToWait(retryAfterMs: number, cause?: unknown): DeliveryError {
  return new DeliveryError('try-later', readSlackCode('ratelimited').remedy, { cause, retryAfterMs });
}

/** Slack's refusal of something that was no call of a method. */
export function refusedWith(code: string): DeliveryError {
  return fromCode(new WebAPIPlatformError({ ok: false, error: code, response_metadata: {} }));
}

/** Whether Slack refuses the very token, of whatever kind of failure this is the cause. */
export function isTokenRefused(error: unknown): boolean {
  return findKind(error) === 'token';
}

/** Whether Slack refuses a call since its token was not given the right to it. */
export function isScopeMissing(error: unknown): boolean {
  return findCode(error) === 'missing_scope';
}

/** Whether Slack refuses the message for its form: its words alone may go through. */
export function isFormRefused(error: unknown): boolean {
  const { cause = error } = (error ?? {}) as { cause?: unknown };
  return findKind(error) === 'form' || (cause instanceof RespondError && cause.statusCode === 400);
}

function findKind(error: unknown): SlackCodeKind | undefined {
  const code = findCode(error);
  return code === undefined ? undefined : readSlackCode(code).kind;
}

function findCode(error: unknown): string | undefined {
  const platformError = error instanceof DeliveryError ? error.cause : error;
  const code = platformError instanceof WebAPIPlatformError ? platformError.data.error : undefined;
  return isSlackCode(code) ? code : undefined;
}

function fromCode(error: WebAPIPlatformError): DeliveryError {
  const { error: code, needed } = error.data as { error?: unknown; needed?: string };
  // The SDK takes any text for a code: the page of a proxy, too.
  if (!isSlackCode(code)) return inDoubt('What answered in Slack’s place was not Slack.', undefined);
  const { kind, remedy } = readSlackCode(code);
  if (kind === 'unsure') return inDoubt(`Slack had a fault of its own (${code}).`, error);
  const message = code === 'missing_scope' && needed ? `${remedy} It needs ${needed}.` : remedy;
  return new DeliveryError(reasons[kind], message, { cause: error });
}

function fromStatus(status: number, cause: unknown): DeliveryError {
  if (status === 429) return new DeliveryError('try-later', readSlackCode('ratelimited').remedy, { cause });
  // A 404 or 410 on a response address: it was used up or is older than half an hour.
  if (status === 404 || status === 410)
    return new DeliveryError('destination-gone', 'The way to answer has expired.', { cause });
  if (status >= 500) return inDoubt(`Slack had a fault of its own (${status}).`, cause);
  return new DeliveryError('rejected', `Slack refuses the message (${status}).`, { cause });
}
