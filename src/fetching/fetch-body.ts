import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { type AddressRules, askAddress, RefusedAddressError } from './ask-address.ts';

/** How a body is fetched. */
export interface FetchRules extends AddressRules {
  readonly userAgent: string;
  /** For all of it, redirects included. */
  readonly timeoutMs: number;
  /** Of the body, unpacked. */
  readonly maxBytes: number;
}

/** What is fetched. */
export interface FetchRequest {
  readonly method?: 'GET' | 'POST';
  /** In small letters; `authorization` goes to the address itself only, not to where it redirects. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | undefined;
  readonly signal?: AbortSignal;
}

/** A whole answer; every status that is no redirect is one. */
export interface FetchedBody {
  /** Where it came from in the end. */
  readonly url: URL;
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** Nothing whole came; the message says why in a few words, without the address. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
}

const MAX_REDIRECTS = 5;
const redirects = [301, 302, 303, 307, 308];

/**
 * Fetches a body whole or not at all. Redirects are followed under the same rules, each checked anew.
 *
 * @throws FetchError
 */
export async function fetchBody(address: URL, request: FetchRequest, rules: FetchRules): Promise<FetchedBody> {
  const { method = 'GET', headers = {}, body, signal: ending } = request;
  const timeout = AbortSignal.timeout(rules.timeoutMs);
  const signal = ending === undefined ? timeout : AbortSignal.any([timeout, ending]);
  let url = address;
  try {
    for (let step = 0; step <= MAX_REDIRECTS; step++) {
      const { authorization, ...open } = headers;
      const own = authorization !== undefined && url.origin === address.origin ? { authorization } : {};
      const sent = { 'user-agent': rules.userAgent, 'accept-encoding': 'gzip, br, deflate', ...open, ...own };
      const response = await askAddress(url, rules, { method, headers: sent, body, signal });
      const { statusCode: status = 0, statusMessage: statusText = '' } = response;
      if (!redirects.includes(status)) {
        return { url, status, statusText, headers: response.headers, body: await readBody(response, rules.maxBytes) };
      }
      const { location } = response.headers;
      const next = location === undefined ? null : URL.parse(location, url.href);
      response.destroy();
      if (next === null) throw new FetchError(`the server redirects (${status}) without saying where to`);
      // What was asked for under a lock is not fetched in the open.
      if (url.protocol === 'https:' && next.protocol === 'http:')
        throw new FetchError('it redirects from https to http');
      url = next;
    }
    throw new FetchError(`more than ${MAX_REDIRECTS} redirects`);
  } catch (error) {
    throw explain(error, { isLate: timeout.aborted, isRedirected: url !== address, rules });
  }
}

async function readBody(response: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const read = async (source: AsyncIterable<Buffer>) => {
    if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
    for await (const chunk of source) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge();
      chunks.push(chunk);
    }
  };
  const decoder = createDecoder(response);
  if (decoder === undefined) await pipeline(response, read);
  else await pipeline(response, decoder, read);
  return Buffer.concat(chunks, size);

  function tooLarge() {
    return new FetchError(`its body is larger than ${maxBytes} bytes`);
  }
}

function createDecoder(response: IncomingMessage) {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return undefined;
  if (encoding === 'gzip' || encoding === 'x-gzip') return createGunzip();
  if (encoding === 'deflate') return createInflate();
  if (encoding === 'br') return createBrotliDecompress();
  response.destroy();
  throw new FetchError(`its body is packed in a way that was not asked for (${encoding.slice(0, 20)})`);
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name service does not answer',
  ECONNREFUSED: 'nobody listens there (ECONNREFUSED)',
  ECONNRESET: 'the connection broke off before all had come (ECONNRESET)',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection broke off before all had come',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody who is trusted; NODE_EXTRA_CA_CERTS adds who is',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is signed by nobody who is trusted; NODE_EXTRA_CA_CERTS adds who is',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
};

function explain(
  error: unknown,
  { isLate, isRedirected, rules }: { isLate: boolean; isRedirected: boolean; rules: FetchRules },
): FetchError {
  if (error instanceof FetchError) return error;
  if (error instanceof RefusedAddressError) {
    return new FetchError(`${isRedirected ? 'it redirects to' : 'it is'} ${error.message}`, { cause: error });
  }
  if (isLate) return new FetchError(`no whole answer within ${rules.timeoutMs / 1000} s`, { cause: error });
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new FetchError(reasons[code] ?? `the connection failed (${code.slice(0, 80)})`, { cause: error });
}
