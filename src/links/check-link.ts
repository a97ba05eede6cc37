import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import type { LinkState } from './link-state.ts';

/** How an address may be asked. */
export interface LinkRules {
  /** The IP addresses of a host name. */
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** Whether an IP address may be connected to. */
  readonly isAllowed: (address: string) => boolean;
  /** For one link, its redirects included. */
  readonly timeoutMs: number;
  readonly userAgent: string;
}

const MAX_REDIRECTS = 5;
const goneStatus = [404, 410];
/** Why an address is dead whose host has no entry in the name service. */
export const noSuchHost = 'there is no such host';

/** Asks one address by GET, reads nothing but the head of the answer, and follows redirects under the same rules. */
export async function checkLink(address: string, rules: LinkRules): Promise<LinkState> {
  const signal = AbortSignal.timeout(rules.timeoutMs);
  let url: URL | null = URL.parse(address);
  try {
    for (let step = 0; step <= MAX_REDIRECTS; step++) {
      if (url === null || !/^https?:$/.test(url.protocol))
        return { kind: 'not-asked', reason: 'no address of the web' };
      const addresses = await findAddresses(url, rules, signal);
      if (!addresses.every(rules.isAllowed)) return { kind: 'not-asked', reason: 'no address of the public web' };
      const { status, location } = await readHead(url, addresses, rules, signal);
      if (status < 300 || status === 304) return { kind: 'alive' };
      if (status >= 400 || location === undefined) return judgeStatus(status);
      url = URL.parse(location, url.href);
    }
    return { kind: 'doubtful', reason: `more than ${MAX_REDIRECTS} redirects` };
  } catch (error) {
    if (signal.aborted) return { kind: 'doubtful', reason: `no answer within ${rules.timeoutMs / 1000} s` };
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOTFOUND') return { kind: 'dead', reason: noSuchHost };
    return { kind: 'doubtful', reason: `the connection failed (${code})` };
  }
}

function judgeStatus(status: number): LinkState {
  return { kind: goneStatus.includes(status) ? 'dead' : 'doubtful', reason: `the server answers ${status}` };
}

/** Looked up here and connected to as found: between a check and a second look-up the answer could change. */
async function findAddresses({ hostname }: URL, { resolve }: LinkRules, signal: AbortSignal) {
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return [host];
  const isLate = new Promise<never>((_, reject) => signal.addEventListener('abort', reject, { once: true }));
  return Promise.race([resolve(host), isLate]);
}

function readHead(
  url: URL,
  addresses: readonly string[],
  { userAgent }: LinkRules,
  signal: AbortSignal,
): Promise<{ status: number; location: string | undefined }> {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; location: string | undefined }>();
  const send = url.protocol === 'https:' ? requestHttps : requestHttp;
  send(url, {
    method: 'GET',
    headers: { 'user-agent': userAgent, accept: '*/*' },
    agent: false,
    signal,
    lookup: (_host, { all }, done) => {
      const [first] = found;
      if (all) done(null, found);
      else if (first) done(null, first.address, first.family);
    },
  })
    .on('response', (response: IncomingMessage) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location });
      response.destroy();
    })
    .on('error', reject)
    .end();
  return promise;
}
