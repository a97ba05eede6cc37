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

test('a thread takes the new title with the new words, and keeps one that is still right', async () => {
  await using discord = await connectChannelSender();
  const { server, sender, postIn, threads } = discord;
  const sentAs = await sender.send(postIn('questions', 1, { title: 'Kitchen Weekly' }));
  await sender.correct(postIn('questions', 1, { sentAs, response: mended, title: 'Kitchen Weekly, mended' }));
  assert.equal(threads()[0]?.name, 'Kitchen Weekly, mended');
  await sender.correct(postIn('questions', 1, { sentAs, response: mended, title: 'Kitchen Weekly, mended' }));
  const renames = server.requests.filter(({ route }) => route === 'PATCH /channels/:channelId');
  assert.equal(renames.length, 1);
});

test('a thread that Discord has closed meanwhile is corrected and closed again; a locked one is left alone', async () => {
  await using discord = await connectChannelSender();
  const { server, sender, postIn, threads } = discord;
  const sentAs = await sender.send(postIn('questions', 1, { title: 'Kitchen Weekly' }));
  const correction = postIn('questions', 1, { sentAs, response: mended, title: 'Kitchen Weekly, mended' });
  const wordsOf = () => server.messages(sentAs)[0]?.content;
  const before = wordsOf();
  server.changes.lockThread(sentAs);
  assert.equal((await failureOf(sender.correct(correction))).reason, 'destination-gone');
  assert.deepEqual([threads()[0]?.name, wordsOf()], ['Kitchen Weekly', before]);
  server.changes.archiveThread(sentAs);
  await sender.correct(correction);
  assert.equal(threads()[0]?.name, 'Kitchen Weekly, mended');
  assert.notEqual(wordsOf(), before);
  assert.equal(threads()[0]?.thread?.archived, true);
  server.changes.deleteChannel(sentAs);
  assert.equal((await failureOf(sender.correct(correction))).reason, 'destination-gone');
});

test('a title that may not change now, or not at all, does not keep the words from being corrected', async () => {
  await using discord = await connectChannelSender();
  const { server, sender, postIn, threads } = discord;
  const sentAs = await sender.send(postIn('questions', 1, { title: 'Kitchen Weekly' }));
  const correct = (title: string) => sender.correct(postIn('questions', 1, { sentAs, response: mended, title }));
  for (const title of ['Kitchen Weekly, mended', 'Kitchen Weekly, mended again']) await correct(title);
  const tooOften = await failureOf(correct('Kitchen Weekly, mended a third time'));
  assert.equal(tooOften.reason, 'try-later');
  server.clock.advance(10 * 60_000);
  server.faults.add({ route: 'PATCH /channels/:channelId', how: 'status', status: 400, code: 200_001 });
  const refused = await failureOf(correct('Kitchen Weekly, mended a third time'));
  assert.equal(refused.reason, 'rejected');
  assert.match(refused.message, /is corrected, and its thread still has the old title\. The server's AutoMod/);
  assert.equal(threads()[0]?.name, 'Kitchen Weekly, mended again');
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
