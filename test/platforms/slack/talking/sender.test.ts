import assert from 'node:assert/strict';
import { test } from 'node:test';
import { WebClient } from '@slack/web-api';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import type { Response } from '#conversation/response.ts';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { sendSlackAnswer } from '#platforms/slack/talking/sender.ts';
import { type SlackServer, startSlackServer } from '../../../../local/slack-server/start-slack-server.ts';
import { inventedDigest } from '../../../fixtures/channel-post.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

/** The methods that an answer is sent by, and the failure at its end. */
async function send(server: SlackServer, channelId: string, audience: 'anyone' | 'private') {
  const client = new WebClient(server.botToken, composeSlackCallOptions(server.apiUrl, createSlackLogger(keepLog())));
  const response: Response = { ...inventedDigest, reply: { ...inventedDigest.reply, audience } };
  const place = { channelId, userId: 'U0ANN', threadTs: undefined, isInThread: false };
  const from = server.calls.length;
  const failure = await sendSlackAnswer(client, place, response, (_line, work) => work()).catch((error) => error);
  return {
    methods: server.calls.slice(from).map(({ method }) => method),
    failure: failure as DeliveryError | undefined,
  };
}

/** Where Ann and the bot write to each other. */
const findDirect = (server: SlackServer) => server.person('U0ANN').post('dm', 'thanks').message.channel;

test('in a direct message nothing is for one’s eyes only: whatever it is, it stays there', async () => {
  await using server = await startSlackServer();
  const direct = findDirect(server);
  for (const audience of ['anyone', 'private'] as const) {
    assert.deepEqual((await send(server, direct, audience)).methods, ['chat.postMessage'], audience);
  }
  assert.deepEqual((await send(server, 'C0GENERAL', 'private')).methods, ['chat.postEphemeral']);
});

test('whoever waits for an answer that may be lost is told so, where they asked', async () => {
  await using server = await startSlackServer();
  for (const [channelId, methods] of [
    [findDirect(server), ['chat.postMessage', 'chat.postMessage']],
    ['C0GENERAL', ['chat.postMessage', 'chat.postEphemeral']],
  ] as const) {
    server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'fatal_error' });
    const sent = await send(server, channelId, 'anyone');
    assert.deepEqual(sent.methods, methods);
    assert.equal(sent.failure?.mayHaveArrived, true);
  }
});

test('that word is no more than a try: where it fails, too, the doubt is still told as one', async () => {
  await using server = await startSlackServer();
  server.faults.add({ method: 'chat.postMessage', kind: 'error', error: 'fatal_error' });
  server.faults.add({ method: 'chat.postEphemeral', kind: 'error', error: 'channel_not_found' });
  const { failure } = await send(server, 'C0GENERAL', 'anyone');
  assert.ok(failure instanceof DeliveryError);
  assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', true]);
});
