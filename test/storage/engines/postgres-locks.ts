import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { HeldLock, NamedLocks } from '#conversation/ports/named-locks.ts';
import { createPostgresLocks } from '#storage/engines/postgres-locks.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { StoreError } from '#storage/store-error.ts';
import { startPostgres } from '../../fixtures/start-postgres.ts';
import { noLog, parseAddress } from '../store-address.ts';

test('a lock that another program holds is refused until that one lets go or ends', async (t) => {
  const url = await (await startPostgres()).createDatabase();
  const [one, other] = [await open(t, url), await open(t, url)];
  const held = await one.locks.tryHold('shard 0');
  assert.ok(held);
  assert.equal(await other.locks.tryHold('shard 0'), undefined);
  await held.release();
  assert.ok(await other.locks.tryHold('shard 0'));
  assert.ok(await one.locks.tryHold('shard 1'));
  await one.close();
  assert.ok(await waitForLock(other.locks, 'shard 1'));
});

test('a lock is free again as soon as the program that holds it is killed', async (t) => {
  const url = await (await startPostgres()).createDatabase();
  const { locks } = await open(t, url);
  const holder = spawn(process.execPath, [join(import.meta.dirname, '../hold-lock.ts'), url, 'shard 0'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => holder.kill('SIGKILL'));
  assert.equal(String((await once(holder.stdout, 'data'))[0]), 'held\n');
  assert.equal(await locks.tryHold('shard 0'), undefined);
  holder.kill('SIGKILL');
  assert.ok(await waitForLock(locks, 'shard 0'));
});

test('who loses the connection is told that its locks are lost, and may try for them again', async (t) => {
  const server = await startPostgres();
  const url = await server.createDatabase();
  const { locks } = await open(t, url);
  const held = await locks.tryHold('shard 0');
  assert.ok(held);
  const lost = once(held.lost, 'abort');
  await server.cutConnections();
  await lost;
  await held.release();
  const again = await waitForLock(locks, 'shard 0');
  assert.equal(again.lost.aborted, false);
});

test('a network that goes silent counts as a lost connection, long before the server gives the lock away', async (t) => {
  const { locks, relay } = await openRelayed(t, { askEveryMs: 20, answerWithinMs: 2_000 });
  const held = await locks.tryHold('shard 0');
  assert.ok(held);
  const lost = once(held.lost, 'abort');
  relay.freeze();
  await lost;
});

test('a lock whose answer came too late is given back: nobody knows that they have it', async (t) => {
  const { url, locks, relay } = await openRelayed(t, { askEveryMs: 60_000, answerWithinMs: 2_000 });
  const other = await open(t, url);
  assert.ok(await locks.tryHold('shard 0'));
  relay.freeze();
  await assert.rejects(locks.tryHold('shard 1'));
  relay.thaw();
  // A connection is answered in turn: by then the server has dealt with all that came before.
  assert.ok(await locks.tryHold('shard 2'));
  assert.ok(await other.locks.tryHold('shard 1'));
  assert.equal(await other.locks.tryHold('shard 0'), undefined, 'what was held before still is');
});

/** Locks over a connection that can be made to fall silent. */
async function openRelayed(t: TestContext, timing: { askEveryMs: number; answerWithinMs: number }) {
  const url = await (await startPostgres()).createDatabase();
  const relay = await startRelay(t, join(new URL(url).searchParams.get('host') ?? '', '.s.PGSQL.5432'));
  const relayed = new URL(url);
  relayed.searchParams.delete('host');
  relayed.host = `127.0.0.1:${relay.port}`;
  const locks = createPostgresLocks(
    { connectionString: relayed.href },
    { log: noLog, explain: (error) => new StoreError('unknown', String(error)) },
    timing,
  );
  t.after(() => locks.close());
  return { url, locks, relay };
}

async function open(t: TestContext, url: string) {
  const store = await openStore(parseAddress(url), { log: noLog, now: () => 0 });
  t.after(() => store.close());
  return store;
}

/** The server notices within moments that a connection is gone; the test's own time limit bounds them. */
async function waitForLock(locks: NamedLocks, name: string): Promise<HeldLock> {
  for (;;) {
    const held = await locks.tryHold(name);
    if (held) return held;
  }
}

/** Passes bytes on between a free port and a socket; frozen it keeps them, and thawed it passes on what it kept. */
async function startRelay(t: TestContext, socketPath: string) {
  const pairs: [client: Socket, upstream: Socket][] = [];
  const server = createServer((client) => {
    const upstream = connect(socketPath);
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) socket.on('error', () => socket.destroy());
    pairs.push([client, upstream]);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    for (const socket of pairs.flat()) socket.destroy();
    server.close();
  });
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  return {
    port: address.port,
    freeze() {
      for (const socket of pairs.flat()) socket.unpipe().pause();
    },
    thaw() {
      for (const [client, upstream] of pairs) client.pipe(upstream).pipe(client);
    },
  };
}
