import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';

const channels = ['pots', 'pans', 'open'].map((name) => ({ name }));

test('each who asks where the bot may not write is told of it, for each such channel once', async () => {
  const world = { users: [{ name: 'ada' }, { name: 'linus' }], guilds: [{ name: 'Kitchen', channels }] };
  await using server = await startDiscordServer({ world });
  await using bot = await startDiscordBot(server);
  for (const channel of ['pots', 'pans']) server.changes.setOverwrite(channel, { who: 'bot', deny: ['SendMessages'] });
  for (let time = 0; time < 2; time++) {
    for (const [by, channel] of [
      ['ada', 'pots'],
      ['linus', 'pots'],
      ['ada', 'pans'],
    ] as const) {
      const { id } = server.people.postMessage({ by, in: channel, text: `${server.mention} help` });
      await bot.finished(`discord:message:${id}`);
    }
  }
  const told = [...server.world.channels.values()]
    .filter(({ recipientId }) => recipientId !== undefined)
    .flatMap(({ id }) => server.messages(id).map(({ content }) => /#\w+/.exec(content)?.[0]));
  assert.deepEqual(told.sort(), ['#pans', '#pots', '#pots']);
});

test('who asks there again is told again after an hour, and not before', async () => {
  const world = { users: [{ name: 'ada' }], guilds: [{ name: 'Kitchen', channels }] };
  await using server = await startDiscordServer({ world });
  let nowMs = Date.UTC(2031, 1, 21);
  await using bot = await startDiscordBot(server, { now: () => nowMs });
  server.changes.setOverwrite('pots', { who: 'bot', deny: ['SendMessages'] });
  const told: number[] = [];
  for (const minutes of [0, 59, 1]) {
    nowMs += minutes * 60_000;
    const { id } = server.people.postMessage({ by: 'ada', in: 'pots', text: `${server.mention} help` });
    await bot.finished(`discord:message:${id}`);
    const direct = [...server.world.channels.values()].filter(({ recipientId }) => recipientId !== undefined);
    told.push(direct.flatMap((channel) => server.messages(channel.id)).length);
  }
  assert.deepEqual(told, [1, 1, 2]);
});

test('who takes no direct messages is not tried again within the hour, in whichever channel they ask', async () => {
  const world = { users: [{ name: 'ada' }], guilds: [{ name: 'Kitchen', channels }] };
  await using server = await startDiscordServer({ world });
  let nowMs = Date.UTC(2031, 1, 21);
  await using bot = await startDiscordBot(server, { now: () => nowMs });
  for (const channel of ['pots', 'pans']) server.changes.setOverwrite(channel, { who: 'bot', deny: ['SendMessages'] });
  server.changes.acceptDirectMessages('ada', false);
  const refused: number[] = [];
  for (const [minutes, channel] of [
    [0, 'pots'],
    [1, 'pans'],
    [60, 'pans'],
  ] as const) {
    nowMs += minutes * 60_000;
    const { id } = server.people.postMessage({ by: 'ada', in: channel, text: `${server.mention} help` });
    await bot.finished(`discord:message:${id}`);
    refused.push(server.refusals.invalidRequests);
  }
  assert.deepEqual(refused, [1, 1, 2]);
});
