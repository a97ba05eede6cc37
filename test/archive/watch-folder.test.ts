import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { watchFolder } from '#archive/watch-folder.ts';
import { makeTemporaryFolder } from './temporary-folder.ts';

const debounceMs = 2000;
const everyMs = 250;
const changes = 12;

test('changes that go on for a while are told once, when the folder is still', async () => {
  await using folder = await makeTemporaryFolder({ '2017-W01.md': 'first' });
  const { promise: still, resolve } = Promise.withResolvers<void>();
  let told = 0;
  let writing = changes;
  const early: number[] = [];
  await using _ = await watchFolder({
    folder: folder.path,
    debounceMs,
    lookEveryMs: 3_600_000,
    onStill: () => {
      told++;
      if (writing > 0) early.push(writing);
      else resolve();
    },
    onError: (error) => assert.fail(String(error)),
  });
  let longestMs = 0;
  let lastMs = performance.now();
  for (; writing > 0; writing--) {
    await folder.write(`2017-W${writing + 10}.md`, 'one more');
    await sleep(everyMs);
    longestMs = Math.max(longestMs, performance.now() - lastMs);
    lastMs = performance.now();
  }
  await still;
  // A machine that stands still between two changes makes the folder still, too.
  assert.ok(longestMs > debounceMs / 2 || told === 1, `told ${told} times, with ${early.join(', ')} changes to come`);
});
