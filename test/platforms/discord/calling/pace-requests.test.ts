import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { createRequestPace, type PaceLimits } from '#platforms/discord/calling/pace-requests.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';

const second: PaceLimits = { limit: 4, perMs: 1000 };

test('no second, wherever it begins, counts more than the limit, however long each request takes to arrive', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const journeys = fc.array(fc.record({ thereMs: fc.nat(1500), backMs: fc.nat(1500) }), {
    minLength: 12,
    maxLength: 24,
  });
  await assertProperty(
    fc.asyncProperty(journeys, async (all) => {
      const pace = createRequestPace(second);
      const counted: number[] = [];
      let nowMs = 0;
      for (const { thereMs, backMs } of all) {
        void pace().then((settle) => {
          setTimeout(() => counted.push(nowMs), thereMs);
          setTimeout(settle, thereMs + backMs);
        });
      }
      while (counted.length < all.length) {
        // Whoever may leave now does so before time goes on.
        await new Promise(setImmediate);
        nowMs += 10;
        t.mock.timers.tick(10);
      }
      for (const startMs of counted) {
        const inSecond = counted.filter((atMs) => atMs >= startMs && atMs < startMs + second.perMs).length;
        assert.ok(inSecond <= second.limit, `${inSecond} from ${startMs}`);
      }
    }),
    { seed: 50, numRuns: 20 },
  );
});

test('what waits leaves in the order in which it came, and a place is free when its answer is old', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const pace = createRequestPace({ limit: 2, perMs: 1000 });
  const left: string[] = [];
  const settles = await Promise.all([pace(), pace()]);
  for (const name of ['third', 'fourth']) void pace().then(() => left.push(name));
  settles[0]?.();
  t.mock.timers.tick(999);
  await new Promise(setImmediate);
  assert.deepEqual(left, []);
  t.mock.timers.tick(1);
  await new Promise(setImmediate);
  assert.deepEqual(left, ['third']);
  settles[1]?.();
  t.mock.timers.tick(1000);
  await new Promise(setImmediate);
  assert.deepEqual(left, ['third', 'fourth']);
});
