import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constants, createInflate, inflateSync } from 'node:zlib';
import { WebSocket } from 'ws';
import { type DiscordServer, startDiscordServer } from '../../../local/discord-server/start-discord-server.ts';
import type { JsonObject } from '../../../local/discord-server/world-model.ts';

const properties = { os: 'linux', browser: 'test', device: 'test' };

/** A bare connection that does whatever a client should not. */
async function connect(server: DiscordServer, query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${server.apiUrl.replace(/^http/, 'ws').replace(/\/api$/, '')}?${query}`);
  const frames: Buffer[] = [];
  const waiting: ((frame: Buffer) => void)[] = [];
  socket.on('message', (data) => {
    const frame = data as Buffer;
    const next = waiting.shift();
    if (next === undefined) frames.push(frame);
    else next(frame);
  });
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  const nextFrame = () =>
    new Promise<Buffer>((resolve) => {
      const frame = frames.shift();
      if (frame === undefined) waiting.push(resolve);
      else resolve(frame);
    });
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject));
  return {
    send: (payload: unknown) => socket.send(JSON.stringify(payload)),
    nextFrame,
    closed,
    close: () => socket.terminate(),
    leave: () => socket.close(1000),
  };
}

async function read({ nextFrame }: { nextFrame: () => Promise<Buffer> }): Promise<JsonObject> {
  return JSON.parse(String(await nextFrame())) as JsonObject;
}

test('each wrong word on the gateway ends with its own code', async (t) => {
  const identify = (rest: JsonObject) => (server: DiscordServer) => [
    { op: 2, d: { token: server.token, intents: 513, properties, ...rest } },
  ];
  const twice = (server: DiscordServer) => [...identify({})(server), ...identify({})(server)];
  const cases: [string, number, (server: DiscordServer) => unknown[]][] = [
    ['an unknown opcode', 4001, () => [{ op: 99 }]],
    ['something that is no payload', 4002, () => [['x']]],
    ['a payload of more than 4096 bytes', 4002, () => [{ op: 1, d: 'x'.repeat(5000) }]],
    ['a word before IDENTIFY', 4003, () => [{ op: 3, d: {} }]],
    ['a wrong token', 4004, identify({ token: 'wrong' })],
    ['IDENTIFY twice', 4005, twice],
    ['121 events in a minute', 4008, () => Array(121).fill({ op: 1, d: null })],
    ['a shard that cannot be', 4010, identify({ shard: [2, 2] })],
    ['intents that do not exist', 4013, identify({ intents: 1 << 30 })],
    ['an intent that is not switched on', 4014, identify({ intents: 1 << 15 })],
  ];
  for (const [name, code, makePayloads] of cases) {
    await t.test(name, async () => {
      await using server = await startDiscordServer();
      const connection = await connect(server);
      for (const payload of makePayloads(server)) connection.send(payload);
      assert.equal(await connection.closed, code);
    });
  }
});

test('a bot in too many guilds has to shard', async () => {
  const guilds = ['One', 'Two', 'Three'].map((name) => ({ name }));
  await using server = await startDiscordServer({ world: { guilds }, gateway: { maxGuildsPerShard: 2 } });
  const connection = await connect(server);
  connection.send({ op: 2, d: { token: server.token, intents: 1, properties } });
  assert.equal(await connection.closed, 4011);
});

test('a session is resumed from where the bot says, and not from a place that never was', async () => {
  await using server = await startDiscordServer();
  const first = await connect(server);
  assert.equal((await read(first)).op, 10);
  first.send({ op: 2, d: { token: server.token, intents: 1 | (1 << 9), properties } });
  const { d } = (await read(first)) as { d: JsonObject };
  assert.equal(((await read(first)) as JsonObject).t, 'GUILD_CREATE');
  assert.equal(new URL(String(d.resume_gateway_url)).pathname, '/resume');
  first.close();
  await server.waitFor(() => server.gateway.connectedShards.length === 0);
  const { id } = server.people.postMessage({ by: 'ada', in: 'general', text: server.mention });
  assert.equal(server.gateway.deliveryOf(id), 'waiting');

  const second = await connect(server);
  await read(second);
  second.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq: 1 } });
  const replayed = [await read(second), await read(second), await read(second)];
  assert.deepEqual(
    replayed.map(({ t, s }) => [t, s]),
    [
      ['GUILD_CREATE', 2],
      ['MESSAGE_CREATE', 3],
      ['RESUMED', 4],
    ],
  );
  assert.equal(server.gateway.deliveryOf(id), 'sent');
  second.close();

  const third = await connect(server);
  await read(third);
  third.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq: 99 } });
  assert.equal(await third.closed, 4007);
});

test('a session that is unknown or too old is invalid', async () => {
  await using server = await startDiscordServer({ gateway: { resumeWindowMs: 1000 } });
  const first = await connect(server);
  await read(first);
  first.send({ op: 2, d: { token: server.token, intents: 0, properties } });
  const { d } = (await read(first)) as { d: JsonObject };
  first.close();
  await server.waitFor(() => server.gateway.connectedShards.length === 0);
  server.clock.advance(1001);
  for (const session_id of [d.session_id, 'unknown']) {
    const again = await connect(server);
    await read(again);
    again.send({ op: 6, d: { token: server.token, session_id, seq: 1 } });
    assert.deepEqual(await read(again), { s: null, t: null, op: 9, d: false });
    again.close();
  }
});

test('a bot that closes in good order gives its session up', async () => {
  await using server = await startDiscordServer();
  const first = await connect(server);
  await read(first);
  first.send({ op: 2, d: { token: server.token, intents: 1 << 9, properties } });
  const { d } = (await read(first)) as { d: JsonObject };
  first.leave();
  await server.waitFor(() => server.gateway.connectedShards.length === 0);
  const { id } = server.people.postMessage({ by: 'ada', in: 'general', text: server.mention });
  assert.equal(server.gateway.deliveryOf(id), 'lost');
  const again = await connect(server);
  await read(again);
  again.send({ op: 6, d: { token: server.token, session_id: d.session_id, seq: 1 } });
  assert.deepEqual(await read(again), { s: null, t: null, op: 9, d: false });
  again.close();
});

test('payloads are compressed for who asks, one by one or as a stream', async () => {
  await using server = await startDiscordServer();
  const single = await connect(server);
  await read(single);
  single.send({ op: 2, d: { token: server.token, intents: 0, properties, compress: true } });
  assert.equal(JSON.parse(inflateSync(await single.nextFrame()).toString()).t, 'READY');
  single.close();

  const stream = await connect(server, 'v=10&encoding=json&compress=zlib-stream');
  const inflate = createInflate({ finishFlush: constants.Z_SYNC_FLUSH });
  const readPart = async () => {
    inflate.write(await stream.nextFrame());
    const [part] = await new Promise<Buffer[]>((resolve) => inflate.once('data', (data: Buffer) => resolve([data])));
    return JSON.parse(String(part)) as JsonObject;
  };
  assert.equal((await readPart()).op, 10);
  stream.send({ op: 2, d: { token: server.token, intents: 0, properties } });
  assert.equal((await readPart()).t, 'READY');
  stream.close();
});

test('what is not spoken here is refused at the door', async () => {
  await using server = await startDiscordServer();
  for (const query of ['v=9&encoding=json', 'v=10&encoding=etf', 'v=10&compress=zstd-stream']) {
    await assert.rejects(connect(server, query), /400/);
  }
  assert.equal(server.gateway.counts.refused, 3);
});

test('session starts are counted, and too many cost the token', async () => {
  await using server = await startDiscordServer({ gateway: { sessionStarts: 1 } });
  const payload = { op: 2, d: { token: server.token, intents: 0, properties } };
  const first = await connect(server);
  first.send(payload);
  await server.waitFor(() => server.gateway.sessionStartsLeft === 0);
  const second = await connect(server);
  second.send(payload);
  assert.equal(await second.closed, 4004);
  first.close();
});
