import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPace, discordPace } from '#platforms/discord/pace-requests.ts';

test('no second, wherever it begins, sees more than Discord takes, even after the process stood still', async () => {
  let standstillMs = 0;
  const now = () => performance.now() + standstillMs;
  const pace = createPace(discordPace, now);
  const leftMs: number[] = [];
  const all = Array.from({ length: 60 }, () => pace().then(() => void leftMs.push(now())));
  await all[20];
  standstillMs = 3000;
  await Promise.all(all);
  for (const [first, startMs] of leftMs.entries()) {
    const inSecond = leftMs.slice(first).filter((atMs) => atMs < startMs + 1000).length;
    assert.ok(inSecond <= 50, `${inSecond} from ${startMs}`);
  }
  assert.ok(leftMs.length === 60);
});

test('after a quiet time a few leave at once', async () => {
  const pace = createPace({ perSecond: 1, burst: 3 }, () => 1_000_000);
  await Promise.all([pace(), pace(), pace()]);
});
