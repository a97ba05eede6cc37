import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';

/** Which addresses may be asked, and how a host name is looked up. */
export interface AddressRules {
  /** The IP addresses of a host name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Whether an IP address may be connected to, for this URL. */
  readonly isAllowed: (address: string, url: URL) => boolean;
}

/** What is asked of an address. */
export interface AddressRequest {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  readonly signal: AbortSignal;
}

/** The address is none that may be asked; nothing was sent to it. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';
}

/**
 * Sends one request to an address that the rules allow, and resolves with the head of the answer; redirects are the
 * caller's. The host is looked up here and connected to as found: between a check and a second look-up it could change.
 *
 * @throws RefusedAddressError
 */
export async function askAddress(
  url: URL,
  { resolve, isAllowed }: AddressRules,
  { method, headers, body, signal }: AddressRequest,
): Promise<IncomingMessage> {
  if (!/^https?:$/.test(url.protocol)) throw new RefusedAddressError('no address of the web');
  const addresses = await findAddresses(url, resolve, signal);
  if (!addresses.every((address) => isAllowed(address, url))) {
    throw new RefusedAddressError('no address of the public web');
  }
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const { promise, resolve: settle, reject } = Promise.withResolvers<IncomingMessage>();
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  send(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-length': body.length }) },
    agent: false,
    signal,
    lookup: (_host, { all }, done) => {
      const [first] = found;
      if (all) done(null, found);
      else if (first) done(null, first.address, first.family);
    },
  })
    .on('response', settle)
    .on('error', reject)
    .end(body);
  return promise;
}

async function findAddresses({ hostname }: URL, resolve: AddressRules['resolve'], signal: AbortSignal) {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return [host];
  const isLate = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
  return Promise.race([resolve(host), isLate]);
}
