import assert from 'node:assert/strict';
import { test } from 'node:test';
import { markCorrected } from '#announcing/correcting/find-corrections.ts';
import { inventedDigest, makeChannelPost } from '../../../fixtures/channel-post.ts';
import { connectSender, failureOf, here, postsIn, usual } from './connect-sender.ts';

const mended = markCorrected(inventedDigest, 0);

test('a post is edited in its place, by no other right than that to write', async () => {
  await using slack = await connectSender(usual, false);
  const sentAs = await slack.sender.send(makeChannelPost(1, here));
  const before = postsIn(slack.server)[0]?.text;
  await slack.sender.correct(makeChannelPost(1, { ...here, sentAs, response: mended }));
  const [message, ...others] = postsIn(slack.server);
  assert.deepEqual(others, []);
  assert.notEqual(message?.text, before);
  assert.equal(message?.ts, sentAs);
  assert.deepEqual(slack.server.problems, []);
});

test('a message that was deleted, and a channel that is closed, are told from what passes', async () => {
  await using slack = await connectSender(usual, false);
  const gone = await failureOf(slack.sender.correct(makeChannelPost(1, { ...here, sentAs: '1700000000.000001' })));
  assert.equal(gone.reason, 'destination-gone');
  const sentAs = await slack.sender.send(makeChannelPost(1, here));
  slack.server.faults.add({ method: 'chat.update', kind: 'rate-limit', retryAfterSeconds: 60 });
  const busy = await failureOf(slack.sender.correct(makeChannelPost(1, { ...here, sentAs })));
  assert.equal(busy.reason, 'try-later');
  slack.server.faults.add({ method: 'chat.update', kind: 'error', error: 'edit_window_closed' });
  const closed = await failureOf(slack.sender.correct(makeChannelPost(1, { ...here, sentAs })));
  assert.equal(closed.reason, 'destination-gone');
});
