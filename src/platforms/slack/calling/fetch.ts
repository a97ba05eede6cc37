import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { refuseWebPage } from '#traffic/network-failure.ts';
import { askedToWait, refusedWith } from './errors.ts';
import { requestWhole, type WholeRequest } from './request-whole.ts';

/** Slack answers within a second; one that has not after this many is not going to. */
const PATIENCE_MS = 10_000;
/** Slack always says how long to wait; whatever is before it may not. */
const USUAL_WAIT_MS = 30_000;

/**
 * A fetch for all that goes to Slack: with an end to waiting, and to Slack's own hosts only. The addresses at which
 * interactions are answered come from outside: whoever could forge one must not make the bot talk to another machine.
 */
export function createSlackFetch(apiUrl: string, timeoutMs = PATIENCE_MS): typeof fetch {
  const apiHost = new URL(apiUrl).host;
  const ask = async (input: string | URL, init: SdkRequest = {}) => {
    const url = new URL(input);
    const isSlacks = url.host === apiHost || (url.protocol === 'https:' && /(?:^|\.)slack\.com$/.test(url.hostname));
    if (!isSlacks) {
      throw new DeliveryError('rejected', `Nothing is sent to ${url.host}: it is no host of Slack's.`);
    }
    const { method = 'GET', headers = {}, body = '', signal } = init;
    const response = await requestWhole(url, { method, headers, body, signal }, timeoutMs);
    refuseWebPage(response.status, response.headers.get('content-type'));
    const isMethod = url.href.startsWith(apiUrl);
    if (!isMethod && response.ok) throwRefusal(await response.text());
    if (response.status !== 429) return response;
    const waitMs = readRetryAfter(response.headers.get('retry-after'), Date.now()) ?? USUAL_WAIT_MS;
    // At a response address the SDK tells the status only, and at the Web API it takes no answer without the header.
    if (!isMethod) throw askedToWait(waitMs);
    response.headers.set('retry-after', String(Math.ceil(waitMs / 1000)));
    return response;
  };
  // What else `fetch` takes and gives, the SDK neither gives nor looks at.
  return ask as unknown as typeof fetch;
}

/** What the SDK asks with; it uploads nothing here. */
type SdkRequest = Partial<WholeRequest>;

/** At a response address the SDK looks at the status only, and Slack may refuse with a 200, as its methods do. */
function throwRefusal(text: string): void {
  const { ok, error } = readObject(text);
  if (ok === false && typeof error === 'string') throw refusedWith(error);
}

function readObject(text: string): { readonly ok?: unknown; readonly error?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** How long a `Retry-After` asks to wait: seconds, or a date. */
export function readRetryAfter(header: string | null, nowMs: number): number | undefined {
  const value = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(value)) return Math.ceil(Number(value) * 1000);
  const dateMs = Date.parse(value);
  return Number.isNaN(dateMs) ? undefined : Math.max(0, dateMs - nowMs);
}
