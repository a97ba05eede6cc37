import { refuseWebPage } from '#conversation/network-failure.ts';

/** Slack answers within a second; one that has not after this many is not going to. */
const patienceMs = 10_000;

/**
 * A fetch for all that goes to Slack: with an end to waiting, and to Slack's own hosts only. The addresses at which
 * interactions are answered come from outside: whoever could forge one must not make the bot talk to another machine.
 */
export function createSlackFetch(apiUrl: string, timeoutMs = patienceMs): typeof fetch {
  const apiHost = new URL(apiUrl).host;
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const isSlacks = url.host === apiHost || (url.protocol === 'https:' && /(?:^|\.)slack\.com$/.test(url.hostname));
    if (!isSlacks) throw new Error(`Nothing is sent to ${url.host}: it is no host of Slack's.`);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
    const response = await fetch(input, { ...init, signal });
    refuseWebPage(response.status, response.headers.get('content-type'));
    return response;
  };
}
