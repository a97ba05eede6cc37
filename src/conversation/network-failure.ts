import { DeliveryError } from './delivery-error.ts';

/** No connection was ever made: nothing can have arrived. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What the network did to a message on its way to a platform, from the error of whatever sent it, or of its causes. */
export function toNetworkFailure(platform: string, original: unknown, cause: unknown): DeliveryError {
  for (let error = original; error instanceof Error; error = error.cause) {
    if (neverConnected.has((error as { code?: string }).code ?? '')) {
      return new DeliveryError('try-later', `${platform} cannot be reached; it is tried again later.`, { cause });
    }
  }
  return inDoubt(`The connection to ${platform} broke off.`, cause);
}

/** For a message that may have arrived all the same. */
export function inDoubt(message: string, cause: unknown): DeliveryError {
  return new DeliveryError('try-later', message, { cause, mayHaveArrived: true });
}
