import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { seeResponse } from './discord-entry-points.ts';

const posting = 'POST /channels/:channelId/messages';
const many = 60;
const world = {
  users: [{ name: 'ada' }, { name: 'linus' }],
  guilds: [
    { name: 'Closed', channels: [{ name: 'mute' }, { name: 'open' }] },
    { name: 'Innocent', channels: [{ name: 'kitchen' }] },
  ],
};
const start = () => startDiscordServer({ world, limits: { global: 100_000 } });
const boundless = { budget: { perUser: 100_000, perChannel: 100_000, windowMs: 60_000 } };

const ask = (server: DiscordServer, by: string, place: string) =>
  server.people.postMessage({ by, in: place, text: `${server.mention} does kettlectl run on arm64?` });

async function assertAnswered(server: DiscordServer, by: string, place: string): Promise<void> {
  const asked = ask(server, by, place);
  await server.waitFor(() =>
    server.messages(asked.channelId).find(({ reference }) => reference?.messageId === asked.id),
  );
}

async function assertCommandAnswered(server: DiscordServer, place: string): Promise<void> {
  const options = { subject: 'kettlectl' };
  const command = { by: 'linus', in: place, name: 'arm', subcommand: 'status', options };
  await seeResponse(server, server.clicks.runCommand(command));
}

/** Everything that Discord counts against the bot, once so many mentions have been dealt with. */
async function countRefused(server: DiscordServer, mention: () => unknown): Promise<number> {
  for (let i = 0; i < many; i++) mention();
  // Events of a server come in order: with this answer, those before it have been looked at.
  await assertAnswered(server, 'linus', 'open');
  return server.refusals.invalidRequests;
}

test('a person who takes no direct messages costs one refusal, however often and wherever they mention the bot', async () => {
  await using server = await start();
  server.changes.setOverwrite('mute', { who: 'bot', deny: ['SendMessages'] });
  server.changes.acceptDirectMessages('ada', false);
  await using bot = await startDiscordBot(server, boundless);
  ask(server, 'ada', 'mute');
  await bot.log.told('Whoever asked takes no direct messages');
  assert.equal(await countRefused(server, () => ask(server, 'ada', 'mute')), 1);
  await assertAnswered(server, 'ada', 'open');
  await assertAnswered(server, 'linus', 'kitchen');
});

test('a locked thread costs no refusal: whoever asks there is told in private', async () => {
  await using server = await start();
  await using _bot = await startDiscordBot(server, boundless);
  const { id } = server.people.startThread({ by: 'ada', in: 'open', name: 'closed' });
  server.changes.lockThread(id);
  assert.equal(await countRefused(server, () => ask(server, 'ada', id)), 0);
  const told = [...server.world.channels.values()].filter(({ recipientId }) => recipientId !== undefined);
  assert.deepEqual(
    told.flatMap((channel) => server.messages(channel.id)).map(({ content }) => /the thread is locked/.test(content)),
    [true],
  );
  await assertAnswered(server, 'linus', 'kitchen');
});

test('what Discord refuses without a reason that can be known stops for that channel, not for the others', async () => {
  await using server = await start();
  await using _bot = await startDiscordBot(server, boundless);
  const mute = server.channelId('mute');
  server.faults.add({
    route: posting,
    matches: ({ path }) => path.includes(mute),
    how: 'status',
    status: 403,
    times: 100_000,
  });
  const refused = await countRefused(server, () => ask(server, 'ada', 'mute'));
  assert.ok(refused > 0 && refused < many / 2, `${refused} refused`);
  await assertAnswered(server, 'linus', 'open');
  await assertAnswered(server, 'linus', 'kitchen');
  await assertCommandAnswered(server, 'mute');
});

test('who blocks the bot after writing to it in private is left alone, and the others are not', async () => {
  await using server = await start();
  await using _bot = await startDiscordBot(server, boundless);
  server.changes.acceptDirectMessages('ada', false);
  const refused = await countRefused(server, () => server.people.postDirectly({ by: 'ada', text: 'help' }));
  assert.ok(refused < many / 2, `${refused} refused`);
  await assertCommandAnswered(server, 'open');
});
