import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commandList } from '#commands/command-list.ts';
import type { Finding } from '#conversation/ports/finding.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { examineDiscord } from '#platforms/discord/setup/examine.ts';
import { type DiscordServer, startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../../../fixtures/discord-bot.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

async function examine(server: DiscordServer, settings: Partial<DiscordSettings> = {}): Promise<readonly Finding[]> {
  const { token, apiUrl } = server;
  const all: DiscordSettings = { token, apiUrl, guildId: undefined, shards: { kind: 'auto' }, ...settings };
  return Array.fromAsync(examineDiscord({ settings: all, commands: commandList, log: keepLog(), now: Date.now }));
}

const told = (findings: readonly Finding[]) => findings.map(({ subject, level }) => `${subject} ${level}`);

test('a bot that has run once is sound; nothing is sent and nobody is told', async () => {
  await using server = await startDiscordServer();
  {
    await using _bot = await startDiscordBot(server);
  }
  assert.deepEqual(told(await examine(server)), [
    'Discord ok',
    'Discord intents ok',
    'Discord gateway ok',
    'Discord servers ok',
    'Discord commands ok',
  ]);
  assert.deepEqual(server.messages('general'), []);
});

test('commands of another version are told, and that a start mends it', async () => {
  await using server = await startDiscordServer();
  const finding = (await examine(server)).at(-1);
  assert.deepEqual([finding?.subject, finding?.level], ['Discord commands', 'warning']);
  assert.match(finding?.remedy ?? '', /start of the bot registers them/);
});

test('a bot that nobody invited gets the link, and one that starts too often is told how long to wait', async () => {
  await using server = await startDiscordServer({ world: { guilds: [] }, gateway: { sessionStarts: 0 } });
  const findings = await examine(server);
  assert.match(findings.find(({ subject }) => subject === 'Discord servers')?.remedy ?? '', /https:\/\/discord\.com\//);
  const gateway = findings.find(({ subject }) => subject === 'Discord gateway');
  assert.deepEqual([gateway?.level, /^Wait \d+ minutes/.test(gateway?.remedy ?? '')], ['fault', true]);
});

test('fewer shards than Discord advises are told, with how many it would have; as many or more are not', async () => {
  await using server = await startDiscordServer({ gateway: { recommendedShards: 4 } });
  const gatewayWith = async (total: number) =>
    (await examine(server, { shards: { kind: 'list', total, ids: [0] } })).find(
      ({ subject }) => subject === 'Discord gateway',
    );
  const few = await gatewayWith(3);
  assert.deepEqual([few?.level, few?.statement], ['warning', 'Discord advises 4 shards, and DISCORD_SHARDS says 3.']);
  assert.match(few?.remedy ?? '', /Set DISCORD_SHARDS to as many/);
  for (const total of [4, 5]) assert.equal((await gatewayWith(total))?.level, 'ok', `${total} shards`);
});

test('a bot that may connect only a few times more today is told how many', async () => {
  await using server = await startDiscordServer({ gateway: { sessionStarts: 3 } });
  const gateway = (await examine(server)).find(({ subject }) => subject === 'Discord gateway');
  assert.deepEqual([gateway?.level, gateway?.statement], ['warning', 'The bot may connect only 3 times more today.']);
});
