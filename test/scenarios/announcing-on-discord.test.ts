import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { wait } from '#app/process/wait.ts';
import { inventIssue } from '../announcing/invent-issues.ts';
import { openNewsroom } from '../announcing/open-newsroom.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';
import { connectChannelSender } from '../platforms/discord/posting/connect-channel-sender.ts';

const publishing = 'POST /channels/:channelId/messages/:messageId/crosspost';
const minuteMs = 60_000;

/** A channel for announcements whose issue is due, the real sender, and processes that come and go. */
async function openDue(t: TestContext) {
  const discord = await connectChannelSender({ limits: { crosspost: { limit: 100, perMs: 1000 } } });
  t.after(() => discord.server.close());
  const { server, sender } = discord;
  const newsroom = await openNewsroom(t, { senders: [sender], wait, now: () => server.clock.now() });
  newsroom.issues.push(inventIssue('2021-W07'), inventIssue('2021-W08'));
  const channel = { platform: 'discord', channelId: server.channelId('news'), workspaceId: discord.guildId };
  const dueMs = server.clock.now() - minuteMs;
  await newsroom.subscriptions.save(makeSubscription({ ...channel, nextDueMs: dueMs, seenIssueId: '2021-W07' }));
  const restart = async (minutes: number) => {
    server.clock.advance(minutes * minuteMs);
    await newsroom.startProcess().runRound();
  };
  const stand = () => server.messages('news').map(({ flags }) => ((flags & 1) === 0 ? 'unpublished' : 'published'));
  const countTries = () => server.requests.filter(({ route }) => route === publishing).length;
  const states = async () => (await newsroom.outbox.list({ limit: 5 })).map(({ state }) => state);
  return { server, restart, stand, countTries, states };
}

test('an announcement that could not be published is published by a later process, once, and stands once', async (t) => {
  const { server, restart, stand, countTries, states } = await openDue(t);
  server.faults.add({ route: publishing, how: 'status', status: 500, times: 2 });
  await restart(0);
  assert.deepEqual([stand(), await states()], [['unpublished'], ['waiting']]);
  await restart(10);
  assert.deepEqual([stand(), await states()], [['unpublished'], ['waiting']]);
  await restart(10);
  assert.deepEqual([stand(), await states(), countTries()], [['published'], ['sent'], 3]);
  await restart(7 * 24 * 60);
  assert.deepEqual([stand(), countTries()], [['published'], 3]);
});

test('what it takes to publish it later needs no right to read the channel', async (t) => {
  const { server, restart, stand, states } = await openDue(t);
  server.changes.setOverwrite('news', { who: 'everyone', deny: ['ReadMessageHistory'] });
  server.faults.add({ route: publishing, how: 'drop' });
  await restart(0);
  await restart(60);
  assert.deepEqual([stand(), await states()], [['published'], ['sent']]);
});

test('asked to wait an hour with publishing, it waits as long and then does it', async (t) => {
  const { server, restart, stand, countTries } = await openDue(t);
  server.faults.add({ route: publishing, how: 'rate-limit', retryAfterMs: 60 * minuteMs, scope: 'shared' });
  await restart(0);
  await restart(30);
  assert.deepEqual([stand(), countTries()], [['unpublished'], 1]);
});
