import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { showInstallFailure } from '#platforms/slack/listening/install-failure.ts';

/** What the browser is shown that comes back at this address with this failure. */
async function come(code: string, address: string) {
  const server = createServer((request, response) => showInstallFailure({ code }, {}, request, response));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    const response = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${address}`);
    return { status: response.status, type: response.headers.get('content-type'), page: await response.text() };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('whoever comes back from Slack without an installation is told why, and can begin anew', () => {
  const back = '/slack/oauth_redirect';
  for (const [what, code, address, status, words] of [
    [
      'they have cancelled it',
      'slack_oauth_missing_code',
      `${back}?error=access_denied`,
      403,
      /was cancelled at Slack/,
    ],
    ['without the state', 'slack_oauth_missing_state', back, 400, /begun in another browser/],
    ['with another state', 'slack_oauth_invalid_state', `${back}?state=s&code=c`, 400, /begun in another browser/],
    ['without the code', 'slack_oauth_missing_code', `${back}?state=s`, 400, /begun in another browser/],
    ['Slack has refused it', 'slack_webapi_platform_error', `${back}?state=s&code=c`, 500, /in its log/],
    ['another error of Slack’s', 'slack_oauth_unknown_error', `${back}?error=server_error`, 500, /in its log/],
  ] as const)
    test(what, async () => {
      const { status: given, type, page } = await come(code, address);
      assert.deepEqual([given, type], [status, 'text/html; charset=utf-8']);
      assert.match(page, words);
      assert.match(page, /<a href="\/slack\/install">Begin anew<\/a>/);
    });
});
