import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REST } from 'discord.js';
import { DeliveryError } from '#conversation/ports/delivery-error.ts';
import { composeRestOptions } from '#platforms/discord/calling/create-client.ts';
import { guardRequests } from '#platforms/discord/calling/guard-requests.ts';
import { keepToken } from '#platforms/discord/calling/keep-token.ts';
import { createDiscordChannelSender } from '#platforms/discord/posting/channel-sender.ts';
import { createCustomIds } from '#platforms/discord/talking/custom-id.ts';
import type { FaultKind } from '../../../../local/discord-server/fault-plan.ts';
import { startDiscordServer } from '../../../../local/discord-server/start-discord-server.ts';
import { makeChannelPost } from '../../../fixtures/channel-post.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';
import { createMemoryLineKeeper } from '../talking/memory-line-keeper.ts';

const creating = 'POST /channels/:channelId/messages';

async function connect() {
  const unlimited = { limit: 100_000, perMs: 1000 };
  const server = await startDiscordServer({
    limits: { global: 100_000, ordinary: unlimited, routes: { [creating]: unlimited } },
  });
  const now = () => server.clock.now();
  const log = keepLog();
  const guard = guardRequests(log, now);
  const rest = keepToken(new REST(composeRestOptions(server.apiUrl, guard))).setToken(server.token);
  const sender = createDiscordChannelSender({ rest, guard, customIds: createCustomIds(createMemoryLineKeeper()), now });
  const where = { channelId: server.channelId('general'), workspaceId: server.guildId('Workshop') };
  const send = (number: number) =>
    sender.send(makeChannelPost(number, where)).then(
      (id) => id,
      (error: unknown) => (error instanceof DeliveryError ? error : assert.fail(`${error}`)),
    );
  return { server, send, [Symbol.asyncDispose]: () => server.close() };
}

/** What Discord's documentation does not call final (topics/opcodes-and-status-codes.mdx): statuses, and codes with theirs. */
const passing: readonly FaultKind[] = [
  { how: 'drop' },
  ...[400, 403, 404, 405, 408, 413, 425, 500, 502, 503, 504, 520, 521, 522, 523, 524, 525, 530].map(
    (status) => ({ how: 'page', status }) as const,
  ),
  ...[408, 425, 500, 501, 502, 503, 504, 507, 599].map((status) => ({ how: 'status', status }) as const),
  ...(
    [
      [10087, 404],
      [20016, 400],
      [20028, 400],
      [20029, 400],
      [40003, 400],
      [40004, 403],
      [40006, 403],
      [40062, 400],
      [40333, 403],
      [110000, 400],
      [110001, 400],
      [130000, 503],
      [130000, 400],
    ] as const
  ).map(([code, status]) => ({ how: 'status', status, code }) as const),
];

test('whatever Discord does not call final passes: the same post is sent a second time, and stands once', async (t) => {
  await using discord = await connect();
  const { server, send } = discord;
  for (const [index, fault] of passing.entries()) {
    await t.test(JSON.stringify(fault), async () => {
      server.faults.add({ route: creating, ...fault });
      const failure = await send(index);
      assert.ok(failure instanceof DeliveryError);
      assert.equal(failure.reason, 'try-later');
      const id = await send(index);
      assert.equal(server.messages('general').filter((message) => message.id === id).length, 1);
      assert.equal(server.messages('general').length, index + 1);
    });
  }
});

test('an answer that cannot be read leaves it in doubt whether the post stands, and the nonce settles it', async (t) => {
  await using discord = await connect();
  const { server, send } = discord;
  for (const [index, status] of [200, 204, 304].entries()) {
    await t.test(`${status}`, async () => {
      server.faults.add({ route: creating, how: 'page', status, when: 'after' });
      const failure = await send(index);
      assert.ok(failure instanceof DeliveryError && failure.mayHaveArrived, `${failure}`);
      assert.equal(typeof (await send(index)), 'string');
      assert.equal(server.messages('general').length, index + 1);
    });
  }
});

test('who asks to send less without saying how long is asked again, slowly', async () => {
  await using discord = await connect();
  const { server, send } = discord;
  server.faults.add({ route: creating, how: 'status', status: 429 });
  assert.equal(typeof (await send(1)), 'string');
  assert.equal(server.requests.filter(({ route }) => route === creating).length, 2);
});

/** What Discord calls final for the channel or for the request; a code that nobody knows is taken for the request's own. */
const final = [
  [10003, 404, 'destination-gone', /channel is gone/],
  [10004, 404, 'destination-gone', /not in the server/],
  [40058, 400, 'destination-gone', /choose another/],
  [40066, 400, 'destination-gone', /need a tag/],
  [40067, 400, 'destination-gone', /need a tag/],
  [50001, 403, 'destination-gone', /View Channel/],
  [50008, 400, 'destination-gone', /choose another/],
  [50009, 403, 'destination-gone', /verification/],
  [50013, 403, 'destination-gone', /Send Messages/],
  [50024, 400, 'destination-gone', /choose another/],
  [50083, 400, 'destination-gone', /archived/],
  [160005, 403, 'destination-gone', /locked/],
  [0, 400, 'rejected', /400/],
  [0, 403, 'rejected', /403/],
  [0, 404, 'rejected', /404/],
  [50035, 400, 'rejected', /50035/],
  [60003, 403, 'rejected', /two-factor/],
  [160006, 400, 'rejected', /open threads/],
  [200000, 400, 'rejected', /AutoMod/],
  [200001, 400, 'rejected', /AutoMod/],
  [240000, 400, 'rejected', /harmful/],
  [999_999, 404, 'rejected', /999999/],
] as const;

test('what Discord calls final says what to do, and never that the channel is gone for another reason', async (t) => {
  await using discord = await connect();
  const { server, send } = discord;
  for (const [index, [code, status, reason, remedy]] of final.entries()) {
    await t.test(`${code}, ${status}`, async () => {
      server.faults.add({ route: creating, how: 'status', status, code });
      const failure = await send(index);
      assert.ok(failure instanceof DeliveryError);
      assert.deepEqual([failure.reason, failure.mayHaveArrived], [reason, false]);
      assert.match(failure.message, remedy);
    });
  }
});

test('a refused token is told with what to do, and asked again with later on', async () => {
  await using discord = await connect();
  const { server, send } = discord;
  server.faults.add({ route: creating, how: 'status', status: 401 });
  const failure = await send(1);
  assert.ok(failure instanceof DeliveryError);
  assert.equal(failure.reason, 'rejected');
  assert.match(failure.message, /^DISCORD_TOKEN: /);
  assert.equal(typeof (await send(1)), 'string');
});
