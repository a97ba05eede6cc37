import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AccessError } from '#conversation/ports/access-error.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import type { DiscordMessage } from '../../local/discord-server/world-model.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import type { LogEntry } from '../fixtures/kept-log.ts';

const ask = (server: DiscordServer, place = 'general') =>
  server.people.postMessage({ by: 'ada', in: place, text: `${server.mention} does kettlectl run on arm64?` });
const answerTo = (server: DiscordServer, asked: DiscordMessage) =>
  server.waitFor(() => server.messages(asked.channelId).find(({ reference }) => reference?.messageId === asked.id));
const find = (entries: readonly LogEntry[], start: string) => entries.find(({ message }) => message.startsWith(start));
/** The direct messages that the bot wrote. */
const privately = (server: DiscordServer) =>
  [...server.world.channels.values()]
    .filter(({ recipientId }) => recipientId !== undefined)
    .flatMap(({ id }) => server.messages(id));

test('without Send Messages whoever asked is told in private what is missing, once', async () => {
  await using server = await startDiscordServer();
  server.changes.setOverwrite('general', { who: 'bot', deny: ['SendMessages'] });
  await using bot = await startDiscordBot(server);
  ask(server);
  const told = await server.waitFor(() => privately(server)[0]);
  assert.match(told.content, /I cannot answer in #general: I lack the permission Send Messages there/);
  ask(server);
  server.changes.setOverwrite('general', { who: 'bot', allow: ['SendMessages'] });
  await answerTo(server, ask(server));
  assert.equal(privately(server).length, 1);
  const { fields } = find(bot.log.entries, 'The bot was asked in a channel') ?? assert.fail();
  assert.equal(fields.obstacle, 'I lack the permission Send Messages there');
});

test('whoever takes no direct messages is not told; the operator is, and the bot goes on', async () => {
  await using server = await startDiscordServer();
  server.changes.setOverwrite('general', { who: 'bot', deny: ['SendMessages'] });
  server.changes.acceptDirectMessages('ada', false);
  await using bot = await startDiscordBot(server);
  ask(server);
  await answerTo(server, ask(server, 'hardware'));
  await bot.log.told('Whoever asked takes no direct messages');
});

test('without Embed Links the answer is text, without Read Message History no reply', async () => {
  await using server = await startDiscordServer();
  server.changes.setOverwrite('general', { who: 'bot', deny: ['EmbedLinks'] });
  server.changes.setOverwrite('hardware', { who: 'bot', deny: ['ReadMessageHistory'] });
  await using bot = await startDiscordBot(server);
  const plain = await answerTo(server, ask(server));
  assert.match(plain.content, /✅ Yes\b.*: Kettlectl 1\.0 runs on armv7 and arm64/);
  assert.deepEqual(plain.embeds, []);
  const asked = ask(server, 'hardware');
  const unattached = await server.waitFor(() => server.messages('hardware').find(({ nonce }) => nonce === asked.id));
  assert.equal(unattached.reference, undefined);
  // What the bot knows beforehand costs no refused request.
  assert.equal(server.refusals.invalidRequests, 0);
  assert.deepEqual(bot.log.above('info'), []);
});

for (const [what, change, remedy] of [
  ['a deleted channel', (server: DiscordServer) => server.changes.deleteChannel('general'), /The channel is gone/],
  [
    'a server that the bot was removed from',
    (server: DiscordServer) => server.changes.kickBot('Workshop'),
    /cannot see the channel: .*npm run -s manifest -- discord/,
  ],
] as const) {
  test(`${what} is told with what to do, and the bot goes on`, async () => {
    await using server = await startDiscordServer();
    const changes = [change];
    // Between the question and its answer.
    await using bot = await startDiscordBot(server, { onResponse: () => changes.shift()?.(server) });
    ask(server);
    const { fields } = await bot.log.told('An answer could not be sent');
    assert.match(String(fields.error), remedy);
    server.changes.inviteBot('Workshop');
    await answerTo(server, ask(server, 'hardware'));
    assert.ok(bot.isConnected());
  });
}

test('a wrong token is refused at the start, with the setting and the remedy and without the token', async () => {
  await using server = await startDiscordServer();
  const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.wrong.secret';
  await assert.rejects(startDiscordBot(server, { settings: { token } }), (error) => {
    assert.ok(error instanceof AccessError);
    assert.match(error.message, /^DISCORD_TOKEN: Discord does not accept it\. Copy it again/);
    assert.doesNotMatch(error.message, /secret/);
    return true;
  });
});

for (const [code, remedy] of [
  [4014, /Privileged Gateway Intents/],
  [4011, /^DISCORD_SHARDS: .*"auto"/],
  [4004, /^DISCORD_TOKEN: /],
] as const) {
  test(`closed with ${code}, at the start or later, the bot says what to do instead of waiting for ever`, async () => {
    await using server = await startDiscordServer();
    {
      await using bot = await startDiscordBot(server);
      server.gateway.kill(code);
      const refused = await bot.log.told('Discord does not take the bot any more');
      assert.match(String(refused.fields.remedy), remedy);
      assert.equal(bot.isConnected(), false);
    }
    const starting = startDiscordBot(server);
    const { connections } = server.gateway.counts;
    await server.waitFor(() => server.gateway.counts.connections > connections);
    server.gateway.kill(code);
    await assert.rejects(starting, (error) => error instanceof AccessError && remedy.test(error.message));
  });
}

test('a server that the bot is not in is named as the reason why the command is missing there', async () => {
  await using server = await startDiscordServer();
  const guildId = server.guildId('Workshop');
  server.changes.kickBot('Workshop');
  await using bot = await startDiscordBot(server, { settings: { guildId } });
  const told = find(bot.log.entries, 'The commands could not be registered');
  assert.match(String(told?.fields.remedy), /^DISCORD_GUILD_ID: .*npm run -s manifest -- discord/);
});

test('a bot that was started too often today is told so, and until when', async () => {
  await using server = await startDiscordServer({ gateway: { sessionStarts: 0 } });
  await assert.rejects(startDiscordBot(server), /lets the bot connect no more before \d{4}-.*find out what starts it/);
  assert.equal(server.gateway.counts.identifies, 0);
});

test('Discord out of reach at the start is no refusal: it may be tried again', async () => {
  await using server = await startDiscordServer();
  const settings = { apiUrl: 'http://127.0.0.1:9/api' };
  await assert.rejects(startDiscordBot(server, { settings }), /Discord cannot be reached; it is tried again later/);
});
