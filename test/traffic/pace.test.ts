import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPace } from '#traffic/pace.ts';

/** A clock that goes forward only when somebody waits; each wait is noted. */
function clockedPace(options: { everyMs: number }) {
  let nowMs = 0;
  const waits: number[] = [];
  const pace = createPace({ ...options, now: () => nowMs, wait: async (ms) => void waits.push(ms) });
  const pass = (ms: number) => {
    nowMs += ms;
  };
  return { pace, waits, pass };
}

test('whoever comes while others wait is let through after them, evenly', async () => {
  const { pace, waits, pass } = clockedPace({ everyMs: 100 });
  for (let i = 0; i < 4; i++) await pace('kitchen');
  assert.deepEqual(waits, [100, 200, 300]);
  pass(1000);
  await pace('kitchen');
  assert.equal(waits.length, 3);
});

test('one key does not wait for another', async () => {
  const { pace, waits } = clockedPace({ everyMs: 100 });
  await pace('kitchen');
  await pace('garden');
  assert.deepEqual(waits, []);
});

test('keys that nobody waits for are forgotten, and the pace of the others holds', async () => {
  const { pace, waits, pass } = clockedPace({ everyMs: 100 });
  for (let i = 0; i < 5_000; i++) await pace(`channel ${i}`);
  pass(99);
  await pace('new');
  await pace('channel 0');
  assert.deepEqual(waits, [1]);
  pass(1);
  await pace('channel 1');
  assert.deepEqual(waits, [1]);
});

test('a long quiet earns nobody a rush', async () => {
  const { pace, waits, pass } = clockedPace({ everyMs: 100 });
  await pace('kitchen');
  pass(10_000);
  for (let i = 0; i < 3; i++) await pace('kitchen');
  assert.deepEqual(waits, [100, 200]);
});
