import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noMetrics } from '#conversation/ports/metrics.ts';
import { renderDiscordNotice } from '#platforms/discord/rendering/renderer.ts';
import { createDiscordSender } from '#platforms/discord/talking/sender.ts';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { connectRest } from '../../../local/discord-server/connect-rest.ts';
import { failureOf } from '../posting/connect-channel-sender.ts';

const creating = 'POST /channels/:channelId/messages';
const notice = renderDiscordNotice('It boils.', { isPrivate: false });
const minuteMs = 60_000;

async function connect() {
  const server = await startDiscordServer();
  const now = () => server.clock.now();
  const sender = createDiscordSender(connectRest(server, { retries: 0 }), noMetrics, now);
  const post = () => sender.post(server.channelId('general'), notice, { nonce: 'n1' });
  return { server, post, [Symbol.asyncDispose]: () => server.close() };
}

test('an answer that may have arrived is sent again while Discord knows it, and stands once', async () => {
  await using discord = await connect();
  const { server, post } = discord;
  server.faults.add({ route: creating, how: 'drop', when: 'after' });
  assert.equal((await failureOf(post())).mayHaveArrived, false);
  server.clock.advance(minuteMs - 5_000);
  await post();
  assert.equal(server.messages('general').length, 1);
});

test('once Discord may have forgotten it, it is not sent again, however long Discord was out of order', async () => {
  await using discord = await connect();
  const { server, post } = discord;
  server.faults.add({ route: creating, how: 'drop', when: 'after' });
  server.faults.add({ route: creating, how: 'status', status: 503, times: 2 });
  await failureOf(post());
  server.clock.advance(minuteMs / 2);
  await failureOf(post());
  server.clock.advance(10 * minuteMs);
  const failure = await failureOf(post());
  assert.ok(failure.mayHaveArrived);
  assert.equal(server.messages('general').length, 1);
});

test('how long Discord knows it counts from the first try that may have arrived, not from the last', async () => {
  await using discord = await connect();
  const { server, post } = discord;
  for (let tried = 0; tried < 2; tried++) {
    server.faults.add({ route: creating, how: 'drop', when: 'after' });
    await failureOf(post());
    server.clock.advance((2 / 3) * minuteMs);
  }
  assert.ok((await failureOf(post())).mayHaveArrived);
  assert.equal(server.messages('general').length, 1);
});

test('an answer that certainly did not arrive is sent again after any time', async () => {
  await using discord = await connect();
  const { server, post } = discord;
  server.faults.add({ route: creating, how: 'page', status: 403, times: 2 });
  for (let i = 0; i < 2; i++) {
    await failureOf(post());
    server.clock.advance(10 * minuteMs);
  }
  await post();
  assert.equal(server.messages('general').length, 1);
});
