import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LINES_KEPT_MS } from '#conversation/ports/line-keeper.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import type { DiscordMessage } from '../../local/discord-server/world-model.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { seeResponse } from './discord-entry-points.ts';

const question = 'does kettlectl run on arm64?';
const ask = (server: DiscordServer, text = `${server.mention} ${question}`) =>
  server.people.postMessage({ by: 'ada', in: 'general', text });
const ofBot = (server: DiscordServer, place = 'general') =>
  server.messages(place).filter(({ authorId }) => authorId === server.world.bot.id);
const answerTo = (server: DiscordServer, asked: DiscordMessage) =>
  server.waitFor(() => ofBot(server, asked.channelId).find(({ reference }) => reference?.messageId === asked.id));
const folder = () => mkdtempDisposable(join(tmpdir(), 'manners-'));

test('nobody is answered who did not ask: roles, everyone, other bots, webhooks, edits, replies without a ping', async () => {
  await using server = await startDiscordServer();
  await using _bot = await startDiscordBot(server);
  const role = [...(server.world.guilds.values().next().value?.roles.values() ?? [])].find(({ botId }) => botId);
  const first = await answerTo(server, ask(server));
  ask(server, `<@&${role?.id}> ${question}`);
  ask(server, `@everyone ${question}`);
  ask(server, question);
  const edited = ask(server, 'look at this');
  server.people.editMessage(edited, `${server.mention} ${question}`);
  server.people.postMessage({ by: 'otherbot', in: 'general', text: `${server.mention} ${question}` });
  server.people.postAsWebhook({ name: 'feed', in: 'general', text: `${server.mention} ${question}` });
  server.people.postMessage({ by: 'ada', in: 'general', text: 'and on armv7?', replyTo: first.id, ping: false });
  // Events come in order: with this answer, all those before it have been looked at.
  await answerTo(server, ask(server));
  assert.equal(ofBot(server).length, 2);
});

test('a reply takes up the answer that it replies to, whatever was asked in between', async () => {
  await using server = await startDiscordServer();
  await using _bot = await startDiscordBot(server);
  const kettle = await answerTo(server, ask(server));
  await answerTo(server, ask(server, `${server.mention} does forkbase run on arm64?`));
  const reply = server.people.postMessage({ by: 'linus', in: 'general', text: 'and on windows?', replyTo: kettle.id });
  assert.match(JSON.stringify((await answerTo(server, reply)).embeds), /Kettlectl/);
});

test('a reply takes up that very answer however many messages have passed meanwhile', async () => {
  const routes = { 'POST /channels/:channelId/messages': { limit: 100, perMs: 1000 } };
  // Each asks for the first time: there is nothing else to go on from.
  const users = [{ name: 'ada' }, ...Array.from({ length: 9 }, (_, i) => ({ name: `asker${i}` }))];
  const world = { users, guilds: [{ name: 'Workshop', channels: [{ name: 'general' }] }] };
  await using server = await startDiscordServer({ world, limits: { routes } });
  await using _bot = await startDiscordBot(server);
  for (let passed = 0; passed < 9; passed++) {
    const kettle = await answerTo(server, ask(server));
    for (let i = 0; i < passed; i++) server.people.postMessage({ by: 'ada', in: 'general', text: `and ${i}` });
    const reply = { by: `asker${passed}`, in: 'general', text: 'what about armv7?', replyTo: kettle.id };
    const answer = await answerTo(server, server.people.postMessage(reply));
    assert.match(JSON.stringify(answer.embeds), /Yes: Kettlectl/, `${passed} messages passed`);
  }
});

test('a button works after a restart; one whose line is no longer kept says so, as does one of another version', async () => {
  await using place = await folder();
  const databasePath = join(place.path, 'bot.sqlite');
  const long = `does kettlectl ${'really and truly '.repeat(8)}run on arm64?`;
  await using server = await startDiscordServer();
  const answered = await (async () => {
    await using _bot = await startDiscordBot(server, { databasePath });
    return await answerTo(server, ask(server, `${server.mention} ${long}`));
  })();
  await using bot = await startDiscordBot(server, { databasePath });
  const press = (button: string, message = answered) =>
    seeResponse(server, server.clicks.pressButton({ by: 'linus', message, button }));
  assert.match((await press('Helpful')).content, /Thank you/);
  const [feedback] = await bot.store.readerNotes.listFeedback(1);
  assert.equal(feedback?.line, long);

  await bot.store.purge(Date.now() + LINES_KEPT_MS + 1);
  const expired = await press('Helpful');
  assert.match(expired.content, /This button has expired: they work for 90 days\. Ask again, please\./);
  assert.ok(expired.ephemeralFor);

  const button = { type: 2, style: 2, label: 'Boil', custom_id: 'v9|boil' };
  const shown = server.findMessage(answered.id) ?? assert.fail();
  shown.components = [{ type: 1, components: [button] }];
  assert.match((await press('Boil', shown)).content, /another version of the bot/);
});

test('whoever asks without end is told when to come back, and the others are answered', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server, { budget: { perUser: 1, perChannel: 100, windowMs: 60_000 } });
  await answerTo(server, ask(server));
  const refused = await answerTo(server, ask(server));
  assert.match(JSON.stringify(refused.embeds), /You have asked very much in a minute\. Ask again in/);
  const other = server.people.postMessage({ by: 'linus', in: 'general', text: `${server.mention} ${question}` });
  assert.match(JSON.stringify((await answerTo(server, other)).embeds), /Yes/);
  assert.deepEqual(bot.log.above('info'), []);
});

test('help leads to a modal, and what is asked there is answered for the asker alone', async () => {
  await using server = await startDiscordServer();
  await using _bot = await startDiscordBot(server);
  const help = await answerTo(server, ask(server, `${server.mention} help`));
  const opening = server.clicks.pressButton({ by: 'linus', message: help, button: 'Ask a question' });
  await server.waitFor(() => opening.modal);
  const submitted = server.clicks.submitModal({ by: 'linus', interaction: opening, values: { question } });
  const answer = await seeResponse(server, submitted);
  assert.match(JSON.stringify(answer.embeds), /Yes/);
  assert.ok(answer.ephemeralFor);
});

test('commands are registered when they differ, not at every start; for one server where that is set', async () => {
  await using server = await startDiscordServer();
  const startTwice = async (settings: Partial<DiscordSettings>) => {
    for (let start = 0; start < 2; start++) {
      await using _bot = await startDiscordBot(server, { settings });
    }
  };
  await startTwice({});
  assert.equal(server.registrations.length, 1);
  const guildId = server.guildId('Workshop');
  await startTwice({ guildId });
  assert.equal(server.registrations.length, 2);
  assert.ok(server.registrations[1]?.scope.includes(guildId));
});

test('a process runs the shards that it is told to, and answers in them', async () => {
  const guilds = Array.from({ length: 6 }, (_, i) => ({ name: `Guild ${i}`, channels: [{ name: `channel ${i}` }] }));
  await using server = await startDiscordServer({ world: { guilds }, gateway: { maxConcurrency: 2 } });
  const shards = (ids: number[]) => ({ settings: { shards: { kind: 'list' as const, ids, total: 2 } } });
  await using _zero = await startDiscordBot(server, shards([0]));
  assert.deepEqual(server.gateway.connectedShards, [0]);
  await using _one = await startDiscordBot(server, shards([1]));
  assert.deepEqual(server.gateway.connectedShards.toSorted(), [0, 1]);
  for (let i = 0; i < guilds.length; i++) {
    const asked = server.people.postMessage({
      by: 'ada',
      in: `channel ${i}`,
      text: `${server.mention} ${question}`,
    });
    await answerTo(server, asked);
    assert.equal(ofBot(server, `channel ${i}`).length, 1);
  }
});

test('stopping answers what was asked, and hears nothing more', async () => {
  await using server = await startDiscordServer();
  const { promise: isAnswering, resolve: answering } = Promise.withResolvers<void>();
  const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
  await using bot = await startDiscordBot(server, {
    onResponse() {
      answering();
      return mayAnswer;
    },
  });
  const asked = ask(server);
  await isAnswering;
  const stopped = bot.stop();
  ask(server);
  answer();
  await stopped;
  await answerTo(server, asked);
  assert.equal(ofBot(server).length, 1);
  assert.equal(bot.isConnected(), false);
});

for (const [what, route, fault] of [
  [
    'a fault of Discord’s when they are asked for',
    'GET /applications/:applicationId/commands',
    { how: 'status', status: 503 },
  ],
  ['a connection cut off', 'GET /applications/:applicationId/commands', { how: 'drop' }],
  [
    'a fault of Discord’s when they are put',
    'PUT /applications/:applicationId/commands',
    { how: 'status', status: 500 },
  ],
] as const) {
  test(`commands are registered after ${what}, without a restart`, async () => {
    await using server = await startDiscordServer();
    server.faults.add({ route, ...fault });
    await using _bot = await startDiscordBot(server);
    await server.waitFor(() => server.registrations.length === 1, undefined, 'the commands');
  });
}
