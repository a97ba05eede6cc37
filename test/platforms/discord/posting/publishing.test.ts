import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDiscordCode } from '#platforms/discord/calling/errors.ts';
import type { FaultKind } from '../../../../local/discord-server/fault-plan.ts';
import { connectChannelSender, failureOf } from './connect-channel-sender.ts';

const creating = 'POST /channels/:channelId/messages';
const publishing = 'POST /channels/:channelId/messages/:messageId/crosspost';

async function connect() {
  const discord = await connectChannelSender({ limits: { crosspost: { limit: 100, perMs: 1000 } } });
  const messages = () => discord.server.messages('news');
  const isPublished = (number: number) => ((messages()[number - 1]?.flags ?? 0) & 1) !== 0;
  const countTries = () => discord.server.requests.filter(({ route }) => route === publishing).length;
  return { ...discord, messages, isPublished, countTries };
}

test('an announcement is published, and found unpublished after a crash it is published then', async () => {
  await using discord = await connect();
  const { server, sender, postIn, isPublished } = discord;
  await sender.send(postIn('news', 1));
  assert.ok(isPublished(1));
  server.faults.add({ route: creating, how: 'drop', when: 'after' });
  await failureOf(sender.send(postIn('news', 2)));
  assert.ok(!isPublished(2));
  assert.equal((await sender.findSent(postIn('news', 2), server.clock.now())).kind, 'found');
  assert.ok(isPublished(2));
  assert.equal((await sender.findSent(postIn('news', 2), server.clock.now())).kind, 'found');
});

const mishaps: readonly (FaultKind & { when?: 'after' })[] = [
  { how: 'status', status: 500 },
  { how: 'status', status: 503, when: 'after' },
  { how: 'drop' },
  { how: 'drop', when: 'after' },
  { how: 'page', status: 403 },
  { how: 'rate-limit', retryAfterMs: 20_000, scope: 'shared' },
  { how: 'status', status: 403, code: 50_013 },
  { how: 'status', status: 400, code: 999_999 },
];

test('what keeps an announcement from being published is told with the message that stands, which is published later', async (t) => {
  for (const fault of mishaps) {
    await t.test(JSON.stringify(fault), async () => {
      await using discord = await connect();
      const { server, sender, postIn, messages, isPublished } = discord;
      server.faults.add({ route: publishing, ...fault });
      const failure = await failureOf(sender.send(postIn('news')));
      assert.deepEqual(
        messages().map(({ id }) => id),
        [failure.sentAs],
      );
      // Nothing about it says that the channel is gone, or that the message may be missing.
      assert.ok(failure.reason !== 'destination-gone' && !failure.mayHaveArrived);
      assert.match(failure.message, /^The post stands, but is not published yet/);
      if (fault.how === 'status' && fault.code !== undefined) assert.equal(findDiscordCode(failure), fault.code);
      if (fault.how === 'rate-limit') return assert.equal(failure.retryAfterMs, 20_050);
      assert.equal(await sender.send(postIn('news', 1, { sentAs: failure.sentAs })), failure.sentAs);
      assert.equal(messages().length, 1);
      assert.ok(isPublished(1));
    });
  }
});

test('a process begun anew that cannot ask what kind of channel it is keeps the message that stands', async () => {
  await using discord = await connect();
  const { server, sender, postIn } = discord;
  const sentAs = '123456789012345678';
  for (const fault of [{ status: 500 }, { status: 403, code: 50_001 }]) {
    server.faults.add({ route: 'GET /channels/:channelId', how: 'status', ...fault });
    const failure = await failureOf(sender.send(postIn('news', 1, { sentAs })));
    assert.equal(failure.sentAs, sentAs);
    assert.ok(failure.reason !== 'destination-gone' && !failure.mayHaveArrived, JSON.stringify(fault));
  }
});

test('what is published already, or was deleted since, is not tried again', async () => {
  await using discord = await connect();
  const { server, sender, postIn, messages, countTries } = discord;
  const sentAs = await sender.send(postIn('news'));
  assert.equal(await sender.send(postIn('news', 1, { sentAs })), sentAs);
  const [message] = messages();
  assert.ok(message);
  server.people.deleteMessage(message);
  assert.equal(await sender.send(postIn('news', 1, { sentAs })), sentAs);
  assert.deepEqual([messages().length, countTries()], [0, 3]);
});

test('a look back that finds an announcement and cannot publish it says which message stands', async () => {
  await using discord = await connect();
  const { server, sender, postIn, messages } = discord;
  server.faults.add({ route: creating, how: 'drop', when: 'after' });
  await failureOf(sender.send(postIn('news')));
  server.faults.add({ route: publishing, how: 'status', status: 500 });
  const failure = await failureOf(sender.findSent(postIn('news'), server.clock.now()));
  assert.equal(failure.sentAs, messages()[0]?.id);
});
