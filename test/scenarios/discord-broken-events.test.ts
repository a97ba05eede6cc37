import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';

const id = '111111111111111111';
const author = { id, username: 'ada', discriminator: '0', avatar: null };

/** A message in general, which mentions the bot; the rest is as the case has it. */
const message = (server: DiscordServer, broken: object) => ({
  id,
  channel_id: server.channelId('general'),
  guild_id: server.guildId('Workshop'),
  author,
  content: server.mention,
  mentions: [{ ...author, id: server.world.bot.id, bot: true }],
  mention_roles: [],
  attachments: [],
  embeds: [],
  timestamp: new Date(0).toISOString(),
  type: 0,
  ...broken,
});

/** None of them is as Discord documents it; other servers that speak its protocol send some. */
const broken: readonly (readonly [what: string, name: string, data: (server: DiscordServer) => object | null])[] = [
  [
    'a message with an application half described',
    'MESSAGE_CREATE',
    (server) => message(server, { application: { id, install_params: null } }),
  ],
  ['a message with null for a thread', 'MESSAGE_CREATE', (server) => message(server, { thread: null })],
  ['a message without an author', 'MESSAGE_CREATE', (server) => message(server, { author: undefined })],
  ['a message with null for its embeds', 'MESSAGE_CREATE', (server) => message(server, { embeds: null })],
  [
    'a message with a row of no buttons',
    'MESSAGE_CREATE',
    (server) => message(server, { components: [{ type: 1, components: null }] }),
  ],
  ['a message that is nothing', 'MESSAGE_CREATE', () => null],
  ['a change of a message that is nothing', 'MESSAGE_UPDATE', () => null],
  [
    'a channel without overwrites',
    'CHANNEL_CREATE',
    (server) => ({ id, type: 0, name: 'x', guild_id: server.guildId('Workshop'), permission_overwrites: null }),
  ],
  ['a list of no threads', 'THREAD_LIST_SYNC', (server) => ({ guild_id: server.guildId('Workshop') })],
  [
    'an interaction without its data',
    'INTERACTION_CREATE',
    (server) => ({ id, application_id: id, type: 2, token: 'x', version: 1, channel_id: server.channelId('general') }),
  ],
  ['an interaction that is nothing', 'INTERACTION_CREATE', () => null],
  ['a server that is nothing', 'GUILD_CREATE', () => null],
  ['a server without channels', 'GUILD_UPDATE', () => ({ id: 7 })],
  ['an event that nobody knows', 'SOMETHING_NEW', () => null],
];

test('an event that cannot be read is told in the log, and the bot goes on', async (t) => {
  const routes = { 'POST /channels/:channelId/messages': { limit: 100, perMs: 1000 } };
  await using server = await startDiscordServer({ limits: { routes } });
  await using bot = await startDiscordBot(server);
  for (const [what, name, data] of broken) {
    await t.test(what, async () => {
      const guildId = server.guildId('Workshop');
      server.gateway.tell({ name, guildId, render: () => data(server) as never });
      const asked = server.people.postMessage({ by: 'ada', in: 'hardware', text: `${server.mention} help` });
      await server.waitFor(() =>
        server.messages('hardware').find(({ reference }) => reference?.messageId === asked.id),
      );
      assert.ok(bot.isConnected());
    });
  }
  assert.match(bot.log.above('info').join('\n'), /could not be read/);
});

test('a session whose beginning cannot be read is begun anew', async () => {
  await using server = await startDiscordServer();
  await using bot = await startDiscordBot(server);
  server.gateway.tell({ name: 'READY', guildId: server.guildId('Workshop'), render: () => null as never });
  assert.match(String(await bot.whenOver), /Discord has ended the connection/);
});
