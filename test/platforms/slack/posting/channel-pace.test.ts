import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLiveMentions } from '../../../../local/slack-server/find-live-mentions.ts';
import { makeChannelPost } from '../../../fixtures/channel-post.ts';
import { connectSender, failureOf, here, postsIn, usual } from './connect-sender.ts';

test('a channel gets one post a second, and a workspace four', async () => {
  await using slack = await connectSender(usual, false);
  const elsewhere = { ...here, channelId: 'G0SECRET' };
  for (const place of [here, here, elsewhere]) await slack.sender.send(makeChannelPost(1, place));
  // The second waits for the workspace and for the channel, the third for the workspace.
  assert.deepEqual(slack.waits, [250, 1100, 500]);
});

test('after Slack has asked to wait, nothing leaves for that channel before the wait is over', async () => {
  await using slack = await connectSender(usual, false);
  slack.server.faults.add({ method: 'chat.postMessage', kind: 'rate-limit', retryAfterSeconds: 7 });
  await failureOf(slack.sender.send(makeChannelPost(1, here)));
  await slack.sender.send(makeChannelPost(2, here));
  assert.ok(slack.waits.includes(7_000), slack.waits.join());
});

test('a post leaves after all waiting, and only while it is still this process’s', async () => {
  await using slack = await connectSender(usual, false);
  await slack.sender.send(makeChannelPost(1, here));
  const order: string[] = [];
  const confirm = async () => {
    order.push(`after ${slack.waits.length} waits`);
    throw new Error('Another process has the post by now.');
  };
  await assert.rejects(slack.sender.send(makeChannelPost(2, here), confirm), /Another process/);
  assert.deepEqual(order, ['after 2 waits']);
  assert.equal(postsIn(slack.server).length, 1);
});

test('a post pings the user group that was configured, and nobody else', async () => {
  await using slack = await connectSender(usual, false);
  await slack.sender.send(makeChannelPost(1, { ...here, roleToPing: 'S012ABCDEF' }));
  await slack.sender.send(makeChannelPost(2, { ...here, roleToPing: '4711' }));
  const [pinging, plain] = postsIn(slack.server);
  assert.ok(pinging && plain);
  assert.deepEqual([...new Set(findLiveMentions(pinging))], ['<!subteam^S012ABCDEF>']);
  assert.deepEqual(pinging.blocks?.[0]?.elements, [
    { type: 'rich_text_section', elements: [{ type: 'usergroup', usergroup_id: 'S012ABCDEF' }] },
  ]);
  assert.deepEqual(findLiveMentions(plain), []);
  assert.deepEqual(slack.server.problems, []);
});
