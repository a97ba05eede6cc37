import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST, Routes } from 'discord.js';
import { commandList } from '#commands/command-list.ts';
import { buildDiscordCommands } from '#platforms/discord/commands/build-commands.ts';
import { registerDiscordCommands } from '#platforms/discord/commands/register-commands.ts';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const wanted = buildDiscordCommands(commandList, { name: 'arm' });
const route = 'GET /applications/:applicationId/commands';

async function open() {
  const server = await startDiscordServer();
  const rest = new REST({ api: server.apiUrl, retries: 0 }).setToken(server.token);
  const { id } = (await rest.get(Routes.currentApplication())) as { id: string };
  const ending = new AbortController();
  const log = keepLog();
  const parts = { rest, applicationId: id, guildId: undefined, signal: ending.signal, log };
  return { server, rest, ending, log, parts, [Symbol.asyncDispose]: () => server.close() };
}

test('what is registered already is not registered again; what differs is, whole', async () => {
  await using opened = await open();
  const { server, parts, log } = opened;
  await registerDiscordCommands(wanted, parts);
  await registerDiscordCommands(wanted, parts);
  assert.equal(server.registrations.length, 1);
  await registerDiscordCommands(buildDiscordCommands(commandList.slice(1), { name: 'arm' }), parts);
  assert.equal(server.registrations.length, 2);
  assert.deepEqual(log.above('info'), []);
});

test('what failed is told with what to do and when it is tried again, and after the end nothing is asked any more', async () => {
  await using opened = await open();
  const { server, rest, parts, ending, log } = opened;
  server.faults.add({ route, how: 'status', status: 503 });
  await registerDiscordCommands(wanted, parts);
  const [told] = log.entries.filter(({ level }) => level === 'error');
  assert.equal(told?.message, 'The commands could not be registered; it is tried again.');
  const pauseMs = Number(told?.fields.pauseMs);
  assert.ok(pauseMs > 0 && pauseMs <= 4_000, `${pauseMs} ms`);
  const before = server.requests.length;
  ending.abort();
  // Whatever the end would have set off is there before this.
  for (let i = 0; i < 3; i++) await rest.get(Routes.user());
  assert.equal(server.requests.length, before + 3);
  assert.equal(server.registrations.length, 0);
});

test('a refusal that a person has to mend is tried again after an hour', async () => {
  await using opened = await open();
  const { server, parts, ending, log } = opened;
  server.faults.add({ route, how: 'status', status: 403, code: 50_001 });
  await registerDiscordCommands(wanted, parts);
  ending.abort();
  assert.equal(log.entries.find(({ level }) => level === 'error')?.fields.pauseMs, 60 * 60_000);
});
