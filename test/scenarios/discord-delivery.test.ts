import assert from 'node:assert/strict';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { FaultKind } from '../../local/discord-server/fault-plan.ts';
import { type DiscordServer, startDiscordServer } from '../../local/discord-server/start-discord-server.ts';
import { startDiscordBot } from '../fixtures/discord-bot.ts';
import { seeResponse } from './discord-entry-points.ts';

const ask = (server: DiscordServer) =>
  server.people.postMessage({ by: 'ada', in: 'general', text: `${server.mention} does kettlectl run on arm64?` });
const ofBot = (server: DiscordServer) =>
  server.messages('general').filter(({ authorId }) => authorId === server.world.bot.id);
const runStatus = (server: DiscordServer) =>
  server.clicks.runCommand({
    by: 'ada',
    in: 'general',
    name: 'arm',
    subcommand: 'status',
    options: { subject: 'kettlectl' },
  });

const mishaps: readonly (readonly [string, FaultKind & { when?: 'before' | 'after' }])[] = [
  ['cut off before it arrived', { how: 'drop' }],
  ['cut off after it arrived', { how: 'drop', when: 'after' }],
  ['a fault of Discord’s own, before', { how: 'status', status: 502 }],
  ['a fault of Discord’s own, after', { how: 'status', status: 500, when: 'after' }],
  ['a page of something in between', { how: 'page', status: 403 }],
  ['too much to do at Discord’s', { how: 'status', status: 503, code: 130_000 }],
  ['a feature that is switched off for a moment', { how: 'status', status: 403, code: 40_006 }],
  ['a limit', { how: 'rate-limit', retryAfterMs: 100, scope: 'user' }],
];

test('whatever happens to an answer on its way, it stands there once', async (t) => {
  const routes = { 'POST /channels/:channelId/messages': { limit: 100, perMs: 1000 } };
  await using server = await startDiscordServer({ limits: { routes } });
  await using bot = await startDiscordBot(server);
  for (const [what, fault] of mishaps) {
    await t.test(`in answer to a mention: ${what}`, async () => {
      server.faults.add({ route: 'POST /channels/:channelId/messages', ...fault });
      const asked = ask(server);
      // Nothing more is sent once the event counts as answered.
      await bot.finished(`discord:message:${asked.id}`);
      assert.equal(ofBot(server).filter(({ reference }) => reference?.messageId === asked.id).length, 1);
    });
    await t.test(`in answer to a command: ${what}`, async () => {
      server.faults.add({ route: 'POST /interactions/:interactionId/:token/callback', ...fault });
      const command = runStatus(server);
      await bot.finished(`discord:interaction:${command.id}`);
      assert.equal(command.messageIds.length, 1);
      assert.match(JSON.stringify(server.findMessage(command.messageIds[0] ?? '')?.embeds), /Kettlectl/);
    });
  }
  assert.deepEqual(
    bot.log.above('info').filter((line) => !line.startsWith('Discord asks to send less')),
    [],
  );
});

test('a late answer is announced before it is there, and delivered when it is', async () => {
  await using server = await startDiscordServer();
  const { promise: isAnnounced, resolve: announced } = Promise.withResolvers<void>();
  await using _bot = await startDiscordBot(server, { onResponse: () => isAnnounced });
  const command = runStatus(server);
  await server.waitFor(() => command.callbackType === 5);
  announced();
  const answer = await seeResponse(server, command);
  assert.match(JSON.stringify(answer.embeds), /Kettlectl/);
  assert.equal(command.messageIds.length, 1);
});

test('two processes with one store, and an event delivered to both, give one answer', async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'delivery-'));
  const databasePath = join(folder.path, 'bot.sqlite');
  await using server = await startDiscordServer();
  await using one = await startDiscordBot(server, { databasePath });
  await using two = await startDiscordBot(server, { databasePath });
  for (let i = 0; i < 5; i++) {
    const asked = ask(server);
    await Promise.race([one, two].map((bot) => bot.finished(`discord:message:${asked.id}`)));
    assert.equal(ofBot(server).filter(({ reference }) => reference?.messageId === asked.id).length, 1);
    const command = runStatus(server);
    await Promise.race([one, two].map((bot) => bot.finished(`discord:interaction:${command.id}`)));
    assert.equal(command.messageIds.length, 1);
  }
  const refused = server.requests.filter(({ status = 0 }) => status >= 400);
  assert.deepEqual(refused, []);
});

test('completion answers at once, in order of likelihood, forgives typing errors and never defers', async () => {
  await using server = await startDiscordServer();
  await using _bot = await startDiscordBot(server);
  const type = async (subcommand: string, option: string, typed: string) => {
    const use = { by: 'ada', in: 'general', name: 'arm', subcommand, focused: option };
    const typing = server.clicks.typeInOption({ ...use, options: { [option]: typed } });
    await server.waitFor(() => typing.callbackType !== undefined);
    assert.equal(typing.callbackType, 8);
    assert.ok((typing.choices?.length ?? 99) <= 25);
    return typing.choices?.map(({ name }) => String(name)) ?? [];
  };
  assert.match((await type('status', 'subject', 'ketlec'))[0] ?? '', /^Kettlectl/);
  assert.match((await type('ask', 'question', 'does kettlectl run on windo'))[0] ?? '', /Windows$/);
  assert.match((await type('issue', 'issue', '2030'))[0] ?? '', /2030-W/);
  assert.deepEqual(await type('help', 'command', 'sta'), ['status']);
  assert.deepEqual(await type('ask', 'question', `${'x'.repeat(2000)} windo`), []);
  await type('status', 'subject', '');
});
