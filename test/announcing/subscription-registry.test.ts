import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachSubscription } from '#announcing/subscription-registry.ts';
import { makeSubscription } from '../contracts/make-subscription.ts';

test('all subscriptions are read, a page at a time, however many there are', async () => {
  for (const count of [0, 1, 499, 500, 501, 1000, 1203]) {
    const all = Array.from({ length: count }, (_, i) => makeSubscription({ channelId: `C${i}` }));
    const limits: number[] = [];
    const read = await Array.fromAsync(
      eachSubscription({
        async listAll(after, limit) {
          limits.push(limit);
          const from = after === undefined ? 0 : all.findIndex(({ channelId }) => channelId === after.channelId) + 1;
          return all.slice(from, from + limit);
        },
      }),
    );
    assert.deepEqual(read, all);
    assert.deepEqual(new Set(limits), new Set([500]));
    assert.equal(limits.length, Math.floor(count / 500) + 1);
  }
});
