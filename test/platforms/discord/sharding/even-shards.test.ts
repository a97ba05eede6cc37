import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import { holdShards } from '#platforms/discord/sharding/hold-shards.ts';
import { createProcessLocks } from '#storage/engines/process-locks.ts';
import { makeRandom } from '../../../../bench/seeded-random.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

/** Time that passes when the test says so. */
function makeClock() {
  let nowMs = 0;
  const waiting = new Set<{ readonly atMs: number; readonly resolve: () => void }>();
  const wait = (ms: number, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      if (signal?.aborted) return resolve();
      const one = { atMs: nowMs + ms, resolve };
      waiting.add(one);
      signal?.addEventListener('abort', () => waiting.delete(one) && resolve(), { once: true });
    });
  const pass = async (ms: number) => {
    const untilMs = nowMs + ms;
    for (;;) {
      for (let round = 0; round < 20; round++) await setImmediate();
      const [next] = [...waiting].sort((a, b) => a.atMs - b.atMs);
      if (next === undefined || next.atMs > untilMs) break;
      nowMs = next.atMs;
      waiting.delete(next);
      next.resolve();
    }
    nowMs = untilMs;
  };
  return { wait, pass };
}

interface Fleet {
  readonly shards: number;
  readonly replicas: number;
  readonly connectingAtOnce: number;
  /** One that never gets a connection. */
  readonly cripples?: number;
}

/** So many replicas that start within two seconds, as an orchestrator starts them. */
async function startFleet({ shards: total, replicas, connectingAtOnce, cripples = 0 }: Fleet, seed: number) {
  const random = makeRandom(seed);
  const clock = makeClock();
  const locks: NamedLocks = createProcessLocks();
  const fleet: ReturnType<typeof holdShards>[] = [];
  for (let i = 0; i < replicas; i++) {
    await clock.pass(random() * (2000 / replicas));
    const connect = async () => {
      await clock.wait(200 + random() * 1000);
      if (i < cripples) throw new Error('no way to Discord');
      return { isConnected: () => true, stop: async () => {}, whenOver: new Promise(() => {}) };
    };
    fleet.push(holdShards({ total, connectingAtOnce, connect, locks, log: keepLog(), wait: clock.wait }));
  }
  const counts = () => fleet.map(({ connections }) => connections().length);
  const stop = async () => {
    const stopped = Promise.all(fleet.map((one) => one.stop()));
    await clock.pass(60_000);
    await stopped;
  };
  return { ...clock, fleet, counts, stop };
}

const fleets: readonly Fleet[] = [
  { shards: 4, replicas: 2, connectingAtOnce: 1 },
  { shards: 6, replicas: 3, connectingAtOnce: 1 },
  { shards: 5, replicas: 2, connectingAtOnce: 1 },
  { shards: 2, replicas: 3, connectingAtOnce: 1 },
  { shards: 16, replicas: 4, connectingAtOnce: 16 },
  { shards: 12, replicas: 3, connectingAtOnce: 2 },
];

for (const fleet of fleets) {
  const { shards, replicas, connectingAtOnce } = fleet;
  test(`${replicas} replicas that start together share ${shards} shards evenly, ${connectingAtOnce} connecting at once`, async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const { pass, counts, stop } = await startFleet(fleet, seed);
      // Twice what one replica alone takes, and a little more.
      await pass(shards * 10_000 + 30_000);
      const held = counts();
      assert.equal(
        held.reduce((sum, count) => sum + count, 0),
        shards,
        `seed ${seed}: ${held}`,
      );
      assert.ok(Math.max(...held) - Math.min(...held) <= 1, `seed ${seed}: ${held}`);
      await stop();
    }
  });
}

test('a replica alone takes one every five seconds, as fast as Discord lets it', async () => {
  const { pass, counts, stop } = await startFleet({ shards: 8, replicas: 1, connectingAtOnce: 1 }, 1);
  await pass(8 * 6_300);
  assert.deepEqual(counts(), [8]);
  await stop();
});

test('shards of a replica that dies are taken over, though one that holds fewer cannot connect', async () => {
  const fleet = await startFleet({ shards: 4, replicas: 3, connectingAtOnce: 1, cripples: 1 }, 3);
  await fleet.pass(120_000);
  assert.deepEqual(fleet.counts(), [0, 2, 2]);
  const dead = fleet.fleet[2]?.stop();
  await fleet.pass(1_000);
  await dead;
  await fleet.pass(60_000);
  assert.deepEqual(fleet.counts(), [0, 4, 0]);
  await fleet.stop();
});
