import { DeliveryError } from '#conversation/ports/delivery-error.ts';

/** No connection was ever made: nothing can have arrived. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Said of whatever a program tries again by itself; `doctor` does not, and leaves it out. */
export const triedAgainLater = '; it is tried again later';

/** Thrown by whatever fetches, when a web page comes where a platform's API answers with data. */
export class WebPageError extends Error {
  override readonly name = 'WebPageError';
}

/** A page of the platform's own is that of a server out of order; with any other status somebody on the way has answered. */
const FIRST_SERVER_FAULT = 500;

/** @throws WebPageError for the page of a proxy, a firewall or a Wi-Fi that wants a login first. */
export function refuseWebPage(status: number, contentType: string | null): void {
  if (status >= FIRST_SERVER_FAULT || !/^text\/html\b/i.test(contentType ?? '')) return;
  throw new WebPageError(`A web page came instead of data (${status}).`);
}

/** What the network did to a message on its way to a platform, from the error of whatever sent it, or of its causes. */
export function toNetworkFailure(platform: string, original: unknown, cause: unknown): DeliveryError {
  for (let error = original; error instanceof Error; error = error.cause) {
    if (error instanceof WebPageError) {
      const remedy =
        'Look what stands between this machine and the internet: a proxy, a firewall, a Wi-Fi with a login.';
      return inDoubt(`What answers in the place of ${platform} is a web page. ${remedy}`, cause);
    }
    if (neverConnected.has((error as { code?: string }).code ?? '')) {
      return new DeliveryError('try-later', `${platform} cannot be reached${triedAgainLater}.`, { cause });
    }
  }
  return inDoubt(`The connection to ${platform} broke off.`, cause);
}

/** For a message that may have arrived all the same. */
export function inDoubt(message: string, cause: unknown): DeliveryError {
  return new DeliveryError('try-later', message, { cause, mayHaveArrived: true });
}
