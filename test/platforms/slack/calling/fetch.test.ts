import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { createSlackFetch, readRetryAfter } from '#platforms/slack/calling/fetch.ts';

const nowMs = Date.UTC(2031, 1, 21, 12, 0);

test('what Retry-After asks is read as seconds or as a date', () => {
  const cases: [header: string | null, ms: number | undefined][] = [
    ['30', 30_000],
    [' 0.5 ', 500],
    ['0', 0],
    ['Fri, 21 Feb 2031 12:00:07 GMT', 7_000],
    ['Fri, 21 Feb 2031 11:00:00 GMT', 0],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ];
  for (const [header, ms] of cases) assert.equal(readRetryAfter(header, nowMs), ms, String(header));
});

/** Answers whatever is asked with this. */
async function answering(status: number, body: string, headers: Record<string, string> = {}) {
  const server = createServer((_request, response) => response.writeHead(status, headers).end(body));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: `${origin}/api/chat.postMessage`,
    responseAddress: `${origin}/response/1`,
    fetch: createSlackFetch(`${origin}/api/`),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

test('a limit without a word on how long is one of half a minute, and the SDK learns it', async () => {
  await using slack = await answering(429, 'slow down');
  const response = await slack.fetch(slack.api);
  assert.deepEqual([response.status, response.headers.get('retry-after')], [429, '30']);
});

test('a limit of less than a second is one of a second: the SDK knows whole ones', async () => {
  await using slack = await answering(429, 'slow down', { 'retry-after': '0.2' });
  assert.equal((await slack.fetch(slack.api)).headers.get('retry-after'), '1');
});

test('what a response address says is told as the methods tell it', async () => {
  const failureOf = async (status: number, body: string, headers?: Record<string, string>) => {
    await using slack = await answering(status, body, headers);
    try {
      await slack.fetch(slack.responseAddress);
    } catch (error) {
      assert.ok(error instanceof DeliveryError, String(error));
      return [error.reason, error.retryAfterMs];
    }
    return undefined;
  };
  assert.deepEqual(await failureOf(429, '', { 'retry-after': '12' }), ['try-later', 12_000]);
  assert.deepEqual(await failureOf(200, '{"ok":false,"error":"invalid_blocks"}'), ['rejected', undefined]);
  assert.deepEqual(await failureOf(200, '{"ok":false,"error":"used_url"}'), ['destination-gone', undefined]);
  for (const body of ['ok', '{"ok":true}', '{"error":"used_url"}', '', '{', 'null'])
    assert.equal(await failureOf(200, body), undefined, body);
});

test('a web page in the place of Slack is no answer, neither of a method nor of a response address', async () => {
  await using portal = await answering(200, '<html>Log in first</html>', { 'content-type': 'text/html' });
  for (const url of [portal.api, portal.responseAddress]) {
    await assert.rejects(portal.fetch(url), { name: 'WebPageError' }, url);
  }
});

test('nothing is sent to a host that is not Slack’s', async () => {
  const slackFetch = createSlackFetch('https://slack.com/api/');
  for (const url of [
    'https://slack.com.evil.example/',
    'http://hooks.slack.com/',
    'https://evilslack.com/',
    'http://127.0.0.1/',
  ]) {
    await assert.rejects(
      slackFetch(url),
      (error) => error instanceof DeliveryError && error.reason === 'rejected',
      url,
    );
  }
  const localFetch = createSlackFetch('http://127.0.0.1:8080/api/');
  await assert.rejects(localFetch('http://127.0.0.1:9/'), { name: 'DeliveryError', reason: 'rejected' });
});
