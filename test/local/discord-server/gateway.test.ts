import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { Events, GatewayIntentBits } from 'discord.js';
import { startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import { collectEvents } from './collect-events.ts';
import { connectBot, createClient, ordinaryIntents } from './connect-bot.ts';

test('discord.js connects and knows the guild with its channels', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server);
  assert.equal(bot.client.user.id, server.world.bot.id);
  assert.equal(bot.client.application.id, server.world.applicationId);
  const guild = bot.client.guilds.cache.get(server.guildId('Workshop'));
  assert.deepEqual(guild?.channels.cache.map(({ name }) => name).sort(), ['general', 'hardware', 'news', 'questions']);
});

test('a message that mentions the bot comes with its text, another without', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server);
  const { until } = collectEvents(bot.client, Events.MessageCreate, ({ id, content }) => [id, content]);
  const plain = server.people.postMessage({ by: 'ada', in: 'general', text: 'nobody reads this' });
  const mention = server.people.postMessage({ by: 'ada', in: 'general', text: `hello ${server.mention}` });
  const everyone = server.people.postMessage({ by: 'ada', in: 'general', text: '@everyone hello' });
  const direct = server.people.postDirectly({ by: 'ada', text: 'psst' });
  assert.deepEqual(await until(4), [
    [plain.id, ''],
    [mention.id, `hello ${server.mention}`],
    [everyone.id, ''],
    [direct.id, 'psst'],
  ]);
});

test('a reply to the bot has text only while its ping is on', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server);
  const channel = await bot.client.channels.fetch(server.channelId('general'));
  assert.ok(channel?.isSendable());
  const { id: replyTo } = await channel.send('an answer');
  const { until } = collectEvents(bot.client, Events.MessageCreate, (message) => message);
  server.people.postMessage({ by: 'linus', in: 'general', text: 'and arm64?', replyTo });
  server.people.postMessage({ by: 'linus', in: 'general', text: 'and arm64?', replyTo, ping: false });
  const heard = await until(2);
  assert.deepEqual(
    heard.map(({ content, mentions, reference }) => [content, mentions.has(bot.client.user), reference?.messageId]),
    [
      ['and arm64?', true, replyTo],
      ['', false, replyTo],
    ],
  );
});

test('events that no intent covers are not sent', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.DirectMessages] });
  const { until } = collectEvents(bot.client, Events.MessageCreate, ({ id }) => id);
  const unheard = server.people.postMessage({ by: 'ada', in: 'general', text: server.mention });
  const direct = server.people.postDirectly({ by: 'ada', text: 'hello' });
  assert.deepEqual(await until(1), [direct.id]);
  assert.equal(server.gateway.deliveryOf(unheard.id), 'lost');
});

test('a wrong token and a privileged intent that is not switched on are refused', async () => {
  await using server = await startDiscordServer();
  const stranger = createClient(server);
  await assert.rejects(stranger.login('not-the-token'), { code: 'TokenInvalid' });

  const greedy = createClient(server, { intents: [...ordinaryIntents, GatewayIntentBits.MessageContent] });
  const [error] = await Promise.all([
    once(greedy, Events.ShardError),
    greedy.login(server.token).catch(() => undefined),
  ]).then(([[first]]) => [first as Error]);
  assert.equal(error?.message, 'Used disallowed intents');
  await greedy.destroy();
});

test('a session that is cut off or asked to reconnect resumes, and hears what it missed once', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server);
  const { until } = collectEvents(bot.client, Events.MessageCreate, ({ content }) => content);
  for (const breakOff of [
    () => server.gateway.kill(),
    () => server.gateway.kill(4000),
    () => server.gateway.askToReconnect(),
  ]) {
    const resumes = server.gateway.counts.resumes;
    breakOff();
    server.people.postMessage({ by: 'ada', in: 'general', text: `${server.mention} ${resumes}` });
    await until(resumes + 1);
    await server.waitFor(() => server.gateway.counts.resumes === resumes + 1);
  }
  assert.deepEqual(
    await until(3),
    [0, 1, 2].map((index) => `${server.mention} ${index}`),
  );
  assert.equal(server.gateway.counts.identifies, 1);
});

test('an invalid session that can be resumed is, and one that cannot starts anew', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server, {
    // discord.js leaves five seconds between two IDENTIFYs; the test does not wait for that.
    ws: { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) } as never,
  });
  server.gateway.invalidateSessions(true);
  await server.waitFor(() => server.gateway.counts.resumes === 1 && server.gateway.connectedShards.length === 1);
  server.gateway.invalidateSessions(false);
  const missed = server.people.postMessage({ by: 'ada', in: 'general', text: server.mention });
  await server.waitFor(() => server.gateway.counts.identifies === 2 && server.gateway.connectedShards.length === 1);
  assert.equal(server.gateway.deliveryOf(missed.id), 'lost');
  assert.ok(bot.client.isReady());
});

test('a connection whose heartbeats stay unanswered is given up by the bot and resumed', async () => {
  await using server = await startDiscordServer({ gateway: { heartbeatIntervalMs: 150 } });
  await using bot = await connectBot(server);
  server.gateway.acknowledgeHeartbeats(false);
  await server.waitFor(() => server.gateway.counts.connections > 1);
  server.gateway.acknowledgeHeartbeats(true);
  await server.waitFor(() => server.gateway.counts.resumes === 1);
  assert.ok(bot.client.isReady());
});

test('a heartbeat confirms what the bot has heard', async () => {
  await using server = await startDiscordServer({ gateway: { heartbeatIntervalMs: 100 } });
  await using _bot = await connectBot(server);
  const { id } = server.people.postMessage({ by: 'ada', in: 'general', text: server.mention });
  await server.waitFor(() => server.gateway.deliveryOf(id) === 'confirmed');
});

test('guilds are spread over shards, direct messages are heard on the first', async () => {
  const guilds = ['One', 'Two'].map((name) => ({ name, channels: [{ name: `in-${name}` }] }));
  await using server = await startDiscordServer({
    world: { guilds, users: [{ name: 'ada' }] },
    gateway: { maxConcurrency: 2 },
  });
  await using bot = await connectBot(server, { shards: [0, 1], shardCount: 2 });
  const { until } = collectEvents(bot.client, Events.MessageCreate, ({ content, guild }) => ({
    content,
    shard: guild?.shardId,
  }));
  for (const name of ['One', 'Two'])
    server.people.postMessage({ by: 'ada', in: `in-${name}`, text: `${server.mention} ${name}` });
  server.people.postDirectly({ by: 'ada', text: 'psst' });
  const heard = await until(3);
  const shards = heard.filter(({ content }) => content !== 'psst').map(({ shard }) => shard);
  assert.deepEqual(shards.sort(), [0, 1]);
  assert.deepEqual(server.gateway.connectedShards.sort(), [0, 1]);
});

test('a kick and a deleted channel reach the bot', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server);
  const deleted = once(bot.client, Events.ChannelDelete);
  server.changes.deleteChannel('hardware');
  assert.equal((await deleted)[0].name, 'hardware');
  const left = once(bot.client, Events.GuildDelete);
  server.changes.kickBot('Workshop');
  assert.equal((await left)[0].name, 'Workshop');
});

test('connections can be refused until told otherwise', async () => {
  await using server = await startDiscordServer();
  await using bot = await connectBot(server);
  bot.client.on(Events.ShardError, () => undefined);
  server.gateway.refuseConnections(true);
  server.gateway.kill();
  await server.waitFor(() => server.gateway.counts.refused > 0);
  server.gateway.refuseConnections(false);
  await server.waitFor(() => server.gateway.connectedShards.length === 1);
});
