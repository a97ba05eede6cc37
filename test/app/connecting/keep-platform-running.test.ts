import assert from 'node:assert/strict';
import { once } from 'node:events';
import { test } from 'node:test';
import { keepPlatformRunning } from '#app/connecting/keep-platform-running.ts';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Wait } from '#conversation/ports/tools.ts';
import type { PlatformConnection } from '#platforms/chat-platform.ts';

function setUp() {
  const said: string[] = [];
  const tell = (message: string) => void said.push(message);
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  return { said, waits, parts: { log: { debug: tell, info: tell, warn: tell, error: tell }, random: () => 0, wait } };
}

test('a platform that cannot be reached is tried again, ever more slowly, until it can', async () => {
  const { parts, said, waits } = setUp();
  let tries = 0;
  let stopped = 0;
  const connect = async () => {
    if (++tries < 12) throw new Error('nobody there');
    return { isConnected: () => true, stop: async () => void stopped++ };
  };
  const platform = keepPlatformRunning('kitchen', connect, parts);
  assert.equal(platform.isConnected(), false);
  assert.equal(await platform.started, true);
  assert.equal(platform.isConnected(), true);
  assert.equal(said.length, 11);
  assert.deepEqual([waits[0], waits[1], waits.at(-1)], [500, 1_000, 150_000]);
  await platform.stop();
  assert.equal(stopped, 1);
});

test('a platform that refuses the bot is told once and not tried again', async () => {
  const { parts, said } = setUp();
  let tries = 0;
  const platform = keepPlatformRunning(
    'kitchen',
    async () => {
      tries++;
      throw new AccessError('KITCHEN_TOKEN: copy it again.');
    },
    parts,
  );
  assert.equal(await platform.started, false);
  assert.equal(tries, 1);
  assert.deepEqual(said, ['A platform refuses the bot.']);
  await platform.stop();
});

test('a connection that breaks at once is tried ever more slowly, one that held for a while begins anew', async (t) => {
  const { parts, waits } = setUp();
  let nowMs = 0;
  t.mock.method(performance, 'now', () => nowMs);
  const heldMs = [0, 0, 0, 6 * 60_000, 0];
  const connect = async () => {
    const held = heldMs.shift();
    if (held === undefined) throw new AccessError('KITCHEN_TOKEN: copy it again.');
    return {
      isConnected: () => true,
      stop: async () => {},
      get whenOver() {
        nowMs += held;
        return Promise.resolve(new Error('broken off'));
      },
    };
  };
  await keepPlatformRunning('kitchen', connect, parts).ended;
  assert.deepEqual(waits, [500, 1_000, 2_000, 500, 1_000]);
});

test('stopping does not wait for a connection, and one that comes about all the same is ended', async () => {
  const { parts } = setUp();
  const late = Promise.withResolvers<PlatformConnection>();
  const platform = keepPlatformRunning('kitchen', () => late.promise, parts);
  await platform.stop();
  assert.equal(await platform.started, false);
  const ended = Promise.withResolvers<void>();
  late.resolve({ isConnected: () => true, stop: async () => ended.resolve() });
  await ended.promise;
});

test('a connection that is over is none, however badly it ends', async () => {
  const { parts, said } = setUp();
  const again = Promise.withResolvers<void>();
  const connections = [
    {
      isConnected: () => true,
      whenOver: Promise.resolve(new Error('broken off')),
      stop: () => Promise.reject(new Error('stuck')),
    },
  ];
  const connect = async () => {
    const [next] = connections.splice(0, 1);
    if (next !== undefined) return next;
    again.resolve();
    return new Promise<PlatformConnection>(() => {});
  };
  const platform = keepPlatformRunning('kitchen', connect, parts);
  await again.promise;
  assert.equal(platform.isConnected(), false);
  assert.deepEqual(said, ['A connection did not end as it should.', 'A platform is not connected; it is tried again.']);
  await platform.stop();
});

test('stopping ends the tries', async () => {
  const { parts } = setUp();
  const connect = () => Promise.reject(new Error('nobody there'));
  const wait: Wait = async (_ms, signal = AbortSignal.abort()) => {
    if (!signal.aborted) await once(signal, 'abort');
  };
  const platform = keepPlatformRunning('kitchen', connect, { ...parts, wait });
  await platform.stop();
  assert.equal(await platform.started, false);
});
