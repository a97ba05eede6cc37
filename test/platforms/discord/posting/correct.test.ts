import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markCorrected } from '#announcing/correcting/find-corrections.ts';
import { inventedDigest } from '../../../fixtures/channel-post.ts';
import { connectChannelSender, failureOf } from './connect-channel-sender.ts';

const mended = markCorrected(inventedDigest, 0);

test('a post is edited in its place, in a channel and for announcements, and pings nobody', async () => {
  await using discord = await connectChannelSender();
  const { server, sender, postIn } = discord;
  for (const [number, channel] of ['general', 'news'].entries()) {
    const sentAs = await sender.send(postIn(channel, number));
    const before = server.messages(channel)[0]?.content;
    await sender.correct(postIn(channel, number, { sentAs, response: mended, roleToPing: '123456789012345678' }));
    const [message, ...others] = server.messages(channel);
    assert.deepEqual(others, []);
    assert.notEqual(message?.content, before, channel);
    const edit = server.requests.findLast(({ method }) => method === 'PATCH');
    assert.match(JSON.stringify(edit?.body), /"allowed_mentions":\{"parse":\[\]\}/);
  }
});

test('in a forum the first message of the thread is edited', async () => {
  await using discord = await connectChannelSender();
  const { server, sender, postIn, threads } = discord;
  const sentAs = await sender.send(postIn('questions'));
  const before = server.messages(threads()[0]?.id ?? '')[0]?.content;
  await sender.correct(postIn('questions', 1, { sentAs, response: mended }));
  assert.equal(threads().length, 1);
  assert.notEqual(server.messages(threads()[0]?.id ?? '')[0]?.content, before);
});

test('a message that was deleted, and edits that are too many for now, are told from each other', async () => {
  await using discord = await connectChannelSender();
  const { server, sender, postIn } = discord;
  const gone = await failureOf(sender.correct(postIn('general', 1, { sentAs: '1425000000000000000' })));
  assert.equal(gone.reason, 'destination-gone');
  const unknown = await failureOf(sender.correct(postIn('general', 1, { sentAs: '' })));
  assert.equal(unknown.reason, 'destination-gone');
  const sentAs = await sender.send(postIn('news'));
  server.faults.add({
    route: 'PATCH /channels/:channelId/messages/:messageId',
    how: 'status',
    status: 403,
    code: 20022,
  });
  const busy = await failureOf(sender.correct(postIn('news', 1, { sentAs })));
  assert.equal(busy.reason, 'try-later');
});
