import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discordPace } from '#platforms/discord/calling/pace-requests.ts';
import { connectChannelSender, failureOf } from './connect-channel-sender.ts';

const creating = 'POST /channels/:channelId/messages';
const openingThread = 'POST /channels/:channelId/threads';
const publishing = 'POST /channels/:channelId/messages/:messageId/crosspost';

/** Somebody else has the post by now. */
const lost = () => Promise.reject(new Error('the post is no longer ours'));

async function connect() {
  const discord = await connectChannelSender();
  const count = (wanted: string) => discord.server.requests.filter(({ route }) => route === wanted).length;
  return { ...discord, count };
}

for (const [channel, route] of [
  ['general', creating],
  ['questions', openingThread],
] as const) {
  test(`a post in ${channel} that is no longer ours when its request leaves is not sent`, async () => {
    await using discord = await connect();
    const failure = await failureOf(discord.sender.send(discord.postIn(channel), lost));
    assert.deepEqual([failure.reason, failure.mayHaveArrived], ['try-later', false]);
    assert.equal(discord.count(route), 0);
  });

  test(`a post in ${channel} is looked at once more after all waiting for its turn`, async () => {
    await using discord = await connect();
    const { guard, server, sender, postIn, count } = discord;
    // What is known of the channel is not asked again, and the turns of this second are taken.
    await sender.repeatableForMs(postIn(channel).channelId);
    let isOurs = true;
    const confirm = () => (isOurs ? Promise.resolve() : lost());
    const gateway = `${server.apiUrl}/v10/gateway`;
    const take = () => guard.makeRequest(gateway, { method: 'GET', headers: { 'User-Agent': 'DiscordBot (x, 1)' } });
    const taken = Array.from({ length: discordPace.limit }, take);
    const sending = failureOf(sender.send(postIn(channel), confirm));
    // The first place is free a second after its answer: on a slow machine others may be under way still.
    await Promise.race(taken);
    isOurs = false;
    await Promise.all(taken);
    await sending;
    assert.equal(count(route), 0);
  });
}

test('an announcement that is no longer ours after its message is left to be published by whoever has it', async () => {
  await using discord = await connect();
  const { sender, postIn, count, server } = discord;
  let asked = 0;
  const failure = await failureOf(sender.send(postIn('news'), () => (++asked === 1 ? Promise.resolve() : lost())));
  assert.equal(failure.sentAs, server.messages('news')[0]?.id);
  assert.deepEqual([count(creating), count(publishing), asked], [1, 0, 2]);
});

test('a post that Discord makes wait is looked at again when it is sent again', async () => {
  await using discord = await connect();
  const { server, sender, postIn, count } = discord;
  server.faults.add({ route: creating, how: 'rate-limit', retryAfterMs: 500, scope: 'user' });
  let isOurs = true;
  const sending = failureOf(sender.send(postIn('general'), () => (isOurs ? Promise.resolve() : lost())));
  await server.waitFor(() => count(creating) === 1);
  isOurs = false;
  const failure = await sending;
  assert.equal(failure.mayHaveArrived, false);
  assert.deepEqual([count(creating), server.messages('general').length], [1, 0]);
});

test('posts are charged to nobody, whoever began the round in which they leave', async () => {
  await using discord = await connect();
  const { guard, server, sender, postIn } = discord;
  server.changes.setOverwrite('general', { who: 'everyone', deny: ['SendMessages'] });
  const causes = [{ kind: 'person' as const, id: 'ada' }];
  await guard.during({ causes }, async () => {
    for (let number = 0; number < 8; number++) {
      const failure = await failureOf(sender.send(postIn('general', number)));
      assert.equal(failure.reason, 'destination-gone');
    }
    assert.equal(typeof (await sender.send(postIn('hardware', 9))), 'string');
  });
  assert.equal(guard.isSpent(causes), false);
  // Whether a channel can be subscribed somebody has asked for.
  server.changes.setOverwrite('general', { who: 'everyone', deny: ['ViewChannel'] });
  const check = () => sender.checkChannel(server.channelId('general'), undefined, 'ada');
  for (let i = 0; i < 5; i++) await guard.during({ causes }, check);
  assert.ok(guard.isSpent(causes));
});
