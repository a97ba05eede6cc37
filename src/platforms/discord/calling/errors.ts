import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { asNotSent, DeliveryError } from '#conversation/ports/delivery-error.ts';
import { inDoubt, toNetworkFailure } from '#traffic/network-failure.ts';
import { errorCodes, sendLess, wrongToken } from './codes.ts';

/** Discord's own code, from whatever was thrown or is its cause. */
export function findDiscordCode(error: unknown): number | undefined {
  for (let found = error; found instanceof Error; found = found.cause) {
    if (found instanceof DiscordAPIError) return Number(found.code);
  }
  return undefined;
}

/** Turns whatever a request to Discord threw into the one error that the rest of the bot knows. No secret is in its message. */
export function toDeliveryError(error: unknown): DeliveryError {
  if (error instanceof DeliveryError) return error;
  if (error instanceof RateLimitError) {
    const retryAfterMs = Math.max(error.retryAfter, error.timeToReset);
    return new DeliveryError('try-later', sendLess, { cause: error, retryAfterMs });
  }
  if (error instanceof DiscordAPIError) return fromApiError(error);
  if (error instanceof HTTPError) return inDoubt(`Discord had a fault of its own (${error.status}).`, error);
  if (error instanceof Error && /^Not enough sessions remaining/.test(error.message)) return fromSessionLimit(error);
  return toNetworkFailure('Discord', error, error);
}

/** What it throws is a `DeliveryError`. */
export async function explained<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw toDeliveryError(error);
  }
}

/** The same for what comes before anything is sent, such as the proof that a post is still ours. */
export async function beforeSending<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw asNotSent(toDeliveryError(error));
  }
}

function fromApiError(error: DiscordAPIError): DeliveryError {
  const { code, status } = error;
  const meaning = errorCodes[Number(code)];
  if (meaning !== undefined) return new DeliveryError(meaning.reason, meaning.remedy, { cause: error });
  if (status === 401) return new DeliveryError('rejected', wrongToken, { cause: error });
  // Discord's own refusals have a code: this is of something before it, and says nothing about the request.
  const isOfDiscord = code !== undefined && code !== null;
  if (!isOfDiscord || status === 408 || status === 425)
    return new DeliveryError('try-later', `Discord did not take it (${status}); it is tried again later.`, {
      cause: error,
    });
  return new DeliveryError('rejected', `Discord refuses it (${code || status}).`, { cause: error });
}

/** Each start of a session is counted; the SDK asks how many are left before it connects. */
function fromSessionLimit(error: Error): DeliveryError {
  const resetAtMs = Date.parse(/resets at (\S+)/.exec(error.message)?.[1] ?? '');
  const until = Number.isNaN(resetAtMs) ? 'today' : `before ${new Date(resetAtMs).toISOString()}`;
  const message = `Discord lets the bot connect no more ${until}: find out what starts it again and again.`;
  return new DeliveryError('try-later', message, { cause: error });
}

/** The same for a message of which Discord takes one only, however often it is sent: what may have arrived can be sent again. */
export function asRepeatable(error: DeliveryError): DeliveryError {
  return error.mayHaveArrived ? new DeliveryError(error.reason, error.message, { cause: error }) : error;
}
