import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startSlackServer } from '../../local/slack-server/start-slack-server.ts';
import { startSlackBot } from '../fixtures/slack-bot.ts';
import { sendRaw } from './send-raw.ts';

/** The bot with Slack's port open, and somebody before it who is not Slack. */
async function openRoute() {
  const server = await startSlackServer();
  const bot = await startSlackBot(server, { mode: 'http' });
  const callsBefore = server.calls.length;
  const sign = (body: string, secret = server.app.signingSecret, seconds = Math.floor(Date.now() / 1000)) => ({
    'content-type': 'application/json',
    'x-slack-request-timestamp': `${seconds}`,
    'x-slack-signature': `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`,
  });
  return {
    port: Number(new URL(bot.publicUrl).port),
    sign,
    send: (body: string, headers: Record<string, string>, path = '/slack/events', method = 'POST') =>
      fetch(`${bot.publicUrl}${path}`, { method, headers, ...(method === 'POST' ? { body } : {}) }),
    /** Whether anything came of it: a call to Slack, a note, a reply. */
    async assertNothingDone() {
      assert.equal(server.calls.length, callsBefore);
      assert.deepEqual(await bot.store.readerNotes.listUnanswered(1), []);
    },
    async [Symbol.asyncDispose]() {
      await bot[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

const event = JSON.stringify({
  type: 'event_callback',
  event_id: 'Ev0FORGED',
  team_id: 'T0LOCAL',
  event: { type: 'app_mention', user: 'U0ANN', channel: 'C0GENERAL', ts: '1.1', text: '<@B> does nosuchthing run?' },
});

test('whoever is not Slack is refused, and nothing comes of it', async () => {
  await using route = await openRoute();
  const { sign, send } = route;
  const hourAgo = Math.floor(Date.now() / 1000) - 3600;
  const { 'x-slack-signature': _, ...unsigned } = sign(event);
  const refused: [string, Record<string, string>][] = [
    ['no signature', unsigned],
    ['the signature of another secret', sign(event, 'another secret')],
    ['the signature of another body', sign(`${event} `)],
    ['a signature that is recorded and sent again', sign(event, undefined, hourAgo)],
    ['a signature of another length', { ...sign(event), 'x-slack-signature': 'v0=00' }],
    ['a signature of another version', { ...sign(event), 'x-slack-signature': 'v1=00' }],
    ['a time that is none', { ...sign(event), 'x-slack-request-timestamp': 'now' }],
  ];
  for (const [what, headers] of refused) assert.equal((await send(event, headers)).status, 401, what);
  await route.assertNothingDone();
});

test('what is signed and makes no sense is refused; other ways and places are not there', async () => {
  await using route = await openRoute();
  const { sign, send } = route;
  for (const body of ['{"type":', '', '\0', '[[[[[[']) {
    const { status } = await send(body, sign(body));
    assert.ok(status >= 400 && status < 500, `${JSON.stringify(body)}: ${status}`);
  }
  for (const [path, method] of [
    ['/', 'POST'],
    ['/slack/events', 'GET'],
    ['/slack/events/../../etc/passwd', 'POST'],
    // These two are there only where several workspaces may install the app.
    ['/slack/install', 'GET'],
    ['/slack/oauth_redirect', 'GET'],
  ] as const) {
    assert.equal((await send(event, sign(event), path, method)).status, 404, `${method} ${path}`);
  }
  await route.assertNothingDone();
});

test('no more is read of a body than the largest that Slack sends, whatever its length is said to be', async () => {
  await using route = await openRoute();
  const piece = 'x'.repeat(0x10000);
  const bodies = {
    'content-length: 1000000000': piece,
    'transfer-encoding: chunked': `10000\r\n${piece}\r\n`,
  };
  for (const [header, part] of Object.entries(bodies)) {
    const socket = connect(route.port, '127.0.0.1');
    // Once it is refused, what is still on the way meets a closed connection.
    socket.on('error', () => {});
    socket.write(`POST /slack/events HTTP/1.1\r\nhost: bot\r\n${header}\r\n\r\n${part.repeat(17)}`);
    const [head] = await socket.take(1).toArray();
    socket.destroy();
    assert.match(String(head), /^HTTP\/1\.1 413 /, header);
  }
  await route.assertNothingDone();
});

test('whoever sends slowly is cut off, and Slack is heard meanwhile', async () => {
  await using route = await openRoute();
  const slowHead = sendRaw(route.port, 'POST /slack/events HTTP/1.1\r\nHost: b');
  const slowBody = sendRaw(route.port, 'POST /slack/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 100\r\n\r\n{');
  const body = JSON.stringify({ type: 'url_verification', challenge: 'ready' });
  const answer = await route.send(body, route.sign(body));
  assert.match(await answer.text(), /ready/);
  assert.match(await slowHead, /^HTTP\/1\.1 408 /);
  // 408, or 401 by Bolt, whose reading of the body then fails.
  assert.match(await slowBody, /^HTTP\/1\.1 40[18] |^$/);
});
