import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiscordServer, startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';

const creating = 'POST /channels/:channelId/messages';
const question = 'does kettlectl run on arm64?';
const post = (server: DiscordServer, text: string, more = {}) =>
  server.people.postMessage({ by: 'ada', in: 'general', text, ...more });
const ofBot = (server: DiscordServer) =>
  server.messages('general').filter(({ authorId }) => authorId === server.world.bot.id);
const next = (server: DiscordServer) => {
  const count = ofBot(server).length;
  return server.waitFor(() => ofBot(server)[count]);
};

test('what the bot is not allowed after all, it does without: the embed first, then the reference to the question', async () => {
  await using server = await startDiscordServer({ limits: { routes: { [creating]: { limit: 100, perMs: 1000 } } } });
  await using _bot = await startDiscordBot(server);
  const ask = async (...codes: readonly number[]) => {
    for (const code of codes) server.faults.add({ route: creating, how: 'status', status: 403, code });
    const answer = next(server);
    const asked = post(server, `${server.mention} ${question}`);
    const { embeds, content, reference } = await answer;
    return [embeds.length > 0, content !== '', reference?.messageId === asked.id];
  };
  // Five refusals in a minute are all that one person may cause.
  assert.deepEqual(await ask(), [true, false, true]);
  assert.deepEqual(await ask(50_013), [false, true, true]);
  assert.deepEqual(await ask(160_002), [true, false, false]);
  assert.deepEqual(await ask(50_013, 160_002), [false, true, false]);
});

test('an answer that has to be sent again is not asked for again', async () => {
  await using server = await startDiscordServer();
  let asked = 0;
  await using bot = await startDiscordBot(server, { onResponse: () => void asked++ });
  server.faults.add({ route: creating, how: 'status', status: 403, code: 40_006 });
  const { id } = post(server, `${server.mention} ${question}`);
  await bot.finished(`discord:message:${id}`);
  assert.equal(server.requests.filter(({ route }) => route === creating).length, 2);
  assert.deepEqual([ofBot(server).length, asked], [1, 1]);
});

test('people, channels and roles are read by their names, and the bot’s own mention is left out', async () => {
  await using server = await startDiscordServer();
  const heard: string[] = [];
  await using _bot = await startDiscordBot(server, {
    onResponse: ({ line }: { line: string }) => void heard.push(line),
  } as never);
  const channel = server.channelId('general');
  const answer = next(server);
  post(server, `${server.mention} does <#${channel}> run on arm64?`);
  await answer;
  assert.deepEqual(
    heard.map((line) => line.includes('general') && !line.includes('<')),
    [true],
  );
});

test('where the store is away, a reply is answered all the same, without what it replies to', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  const first = next(server);
  post(server, `${server.mention} ${question}`);
  const kettle = await first;
  bot.loseStore();
  const second = next(server);
  post(server, `${server.mention} does spoonfs run on armv6?`, { replyTo: kettle.id });
  assert.match(JSON.stringify(await second), /Spoonfs/);
});
