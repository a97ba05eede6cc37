import { type AddressRules, askAddress, RefusedAddressError } from '#fetching/ask-address.ts';
import type { LinkState } from './link-state.ts';

/** How an address may be asked. */
export interface LinkRules extends AddressRules {
  /** For one link, its redirects included. */
  readonly timeoutMs: number;
  readonly userAgent: string;
}

const MAX_REDIRECTS = 5;
const goneStatus = [404, 410];
/** Why an address is dead whose host has no entry in the name service. */
export const noSuchHost = 'there is no such host';
/** How the reason begins where nobody answered in time. */
export const noAnswer = 'no answer within';

/** Asks one address by GET, reads nothing but the head of the answer, and follows redirects under the same rules. */
export async function checkLink(address: string, rules: LinkRules): Promise<LinkState> {
  const signal = AbortSignal.timeout(rules.timeoutMs);
  let url: URL | null = URL.parse(address);
  try {
    for (let step = 0; step <= MAX_REDIRECTS; step++) {
      if (url === null) return { kind: 'not-asked', reason: 'no address of the web' };
      const headers = { 'user-agent': rules.userAgent, accept: '*/*' };
      const response = await askAddress(url, rules, { method: 'GET', headers, signal });
      response.destroy();
      const status = response.statusCode ?? 0;
      const { location } = response.headers;
      if (status < 300 || status === 304) return { kind: 'alive' };
      if (status >= 400 || location === undefined) return judgeStatus(status);
      url = URL.parse(location, url.href);
    }
    return { kind: 'doubtful', reason: `more than ${MAX_REDIRECTS} redirects` };
  } catch (error) {
    if (error instanceof RefusedAddressError) return { kind: 'not-asked', reason: error.message };
    if (signal.aborted) return { kind: 'doubtful', reason: `${noAnswer} ${rules.timeoutMs / 1000} s` };
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code === 'ENOTFOUND') return { kind: 'dead', reason: noSuchHost };
    return { kind: 'doubtful', reason: `the connection failed (${code})` };
  }
}

function judgeStatus(status: number): LinkState {
  return { kind: goneStatus.includes(status) ? 'dead' : 'doubtful', reason: `the server answers ${status}` };
}
