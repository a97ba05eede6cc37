import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { WebClient } from '@slack/web-api';
import { composeSlackCallOptions } from '#platforms/slack/calling/call-options.ts';
import { createSlackLogger } from '#platforms/slack/calling/logger.ts';
import { findSlackPost, postMetadata } from '#platforms/slack/posting/find-post.ts';
import { makeChannelPost } from '../../../fixtures/channel-post.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const post = makeChannelPost(1, { channelId: 'C0GENERAL', workspaceId: 'T0LOCAL' });
const ours = postMetadata(post.id);

/** What a look finds in a history of such pages, and how many of them it has asked for; `more` is what Slack says at its end. */
async function look(messages: readonly object[], more: string | undefined) {
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    const body = { ok: true, messages, response_metadata: { next_cursor: more } };
    response.writeHead(200, { 'content-type': 'application/json', 'x-oauth-scopes': 'metadata.message:read' });
    response.end(JSON.stringify(body));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`;
  const client = new WebClient('xoxb-1', composeSlackCallOptions(url, createSlackLogger(keepLog())));
  try {
    const found = await findSlackPost(client, post, 0);
    return [found.kind === 'found' ? found.messageId : found.kind, asked];
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test('a history ends where Slack names no further page, or an empty one', async () => {
  for (const more of [undefined, '']) assert.deepEqual(await look([{ ts: '1.1', text: 'nice' }], more), ['absent', 1]);
});

test('after twenty pages the doubt is left as it is', async () => {
  assert.deepEqual(await look([{ ts: '1.1', text: 'nice' }], 'bmV4dA=='), ['unknown', 20]);
});

test('the post is the message with its own metadata; the same words of another app are another message', async () => {
  assert.deepEqual(await look([{ ts: '1.1' }, { ts: '1.2', metadata: ours }], ''), ['1.2', 1]);
  const others = [
    { ts: '1.1', metadata: { ...ours, event_type: 'kettle_boiled' } },
    { ts: '1.2', metadata: postMetadata('post-2') },
    { ts: '1.3', metadata: { event_type: ours.event_type } },
    { metadata: ours },
  ];
  assert.deepEqual(await look(others, ''), ['absent', 1]);
});
