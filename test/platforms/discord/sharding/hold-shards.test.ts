import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { HeldLock, NamedLocks } from '#conversation/ports/named-locks.ts';
import { holdShards } from '#platforms/discord/sharding/hold-shards.ts';
import { keepLog } from '../../../fixtures/kept-log.ts';

const name = 'shard 0 of 1';

/** Locks in a store that can go away, and be taken by somebody else meanwhile. */
function openLocks() {
  const held = new Map<string, AbortController>();
  const others = new Set<string>();
  let isAway = false;
  const failing = new Set<string>();
  const locks: NamedLocks = {
    async tryHold(name): Promise<HeldLock | undefined> {
      if (isAway || failing.delete(name)) throw new Error('the store is away');
      if (held.has(name) || others.has(name)) return undefined;
      const lost = new AbortController();
      held.set(name, lost);
      return { lost: lost.signal, release: async () => void held.delete(name) };
    },
  };
  return {
    locks,
    has: (name: string) => held.has(name),
    /** Fails once, when it is next asked for that lock. */
    failAt: (name: string) => void failing.add(name),
    goAway() {
      isAway = true;
      for (const lost of held.values()) lost.abort();
      held.clear();
    },
    comeBack(takenByOthers: readonly string[] = []) {
      isAway = false;
      for (const name of takenByOthers) others.add(name);
    },
  };
}

/** One shard, held by this process. */
async function holdOne(store = openLocks()) {
  const log = keepLog();
  let connects = 0;
  const stopped = Promise.withResolvers<void>();
  const shards = holdShards({
    total: 1,
    connectingAtOnce: 1,
    connect: async () => {
      connects++;
      return { isConnected: () => true, stop: async () => stopped.resolve(), whenOver: new Promise(() => {}) };
    },
    locks: store.locks,
    log,
    async wait(_ms, signal) {
      if (!signal?.aborted) await setImmediate();
    },
  });
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await setImmediate();
  };
  await until(() => shards.connections().length === 1);
  return { ...shards, store, log, until, stopped: stopped.promise, countConnects: () => connects };
}

for (const lock of ['shard 0 of 1', 'connecting shard 0', 'holding 0 of 1 shards', 'holding 1 of 1 shards'])
  test(`a store that fails once, asked for “${lock}”, keeps no shard from being held at a later look`, async () => {
    const store = openLocks();
    store.failAt(lock);
    const { connections, log, until, stop } = await holdOne(store);
    await until(() => log.above('info').length > 0);
    assert.match(log.above('info')[0] ?? '', /could not be connected; it is tried again/);
    assert.equal(connections().length, 1);
    await stop();
    assert.equal(store.has(name), false);
  });

test('a shard stays connected while the store is away, and is held again when it is back', async () => {
  const { store, until, connections, countConnects, stop, log } = await holdOne();
  store.goAway();
  await until(() => log.above('info').some((line) => line.startsWith('A lock is lost')));
  assert.equal(connections().length, 1);
  store.comeBack();
  await until(() => store.has(name));
  assert.equal(connections().length, 1);
  assert.equal(countConnects(), 1);
  await stop();
  assert.equal(store.has(name), false);
});

test('a shard that another replica got while its lock was lost is given up to it', async () => {
  const { store, connections, stopped, stop } = await holdOne();
  store.goAway();
  store.comeBack([name]);
  await stopped;
  assert.equal(connections().length, 0);
  await stop();
});

test('told to stop while the store is away, it gives its shards up at once', async () => {
  const { store, connections, stopped, stop } = await holdOne();
  store.goAway();
  await stop();
  await stopped;
  assert.equal(connections().length, 0);
});
