import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createInFlight } from '#traffic/in-flight.ts';

test('stopping waits for what begins while it waits', async () => {
  const { during, settled } = createInFlight();
  const first = Promise.withResolvers<void>();
  const second = Promise.withResolvers<void>();
  const ended: string[] = [];
  const followed = during(async () => {
    await first.promise;
    void during(() => second.promise.then(() => ended.push('second')));
    ended.push('first');
  });
  const stopped = settled().then(() => ended.push('settled'));
  first.resolve();
  await followed;
  // Time enough for whoever would not look again.
  await new Promise((resolve) => setImmediate(resolve));
  second.resolve();
  await stopped;
  assert.deepEqual(ended, ['first', 'second', 'settled']);
});

test('work that fails is over, and fails for whoever asked for it alone', async () => {
  const { during, settled } = createInFlight();
  const failing = during(() => Promise.reject(new Error('no pan')));
  await settled();
  await assert.rejects(failing, /no pan/);
});

test('nothing going on is settled at once', async () => {
  const { during, settled } = createInFlight();
  await settled();
  assert.equal(await during(async () => 7), 7);
  await settled();
});
