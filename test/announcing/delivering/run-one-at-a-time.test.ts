import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runOneAtATime } from '#announcing/delivering/run-one-at-a-time.ts';

test('whoever asks while it runs is served by one more run behind it', async () => {
  const runs: PromiseWithResolvers<void>[] = [];
  const run = runOneAtATime(() => {
    const work = Promise.withResolvers<void>();
    runs.push(work);
    return work.promise;
  });
  const first = run();
  const [second, third] = [run(), run()];
  assert.equal(runs.length, 1);
  runs[0]?.resolve();
  await first;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(runs.length, 2);
  runs[1]?.resolve();
  await Promise.all([second, third]);
  assert.equal(runs.length, 2);
});

test('a run that fails is told to who asked for it, and not to the next', async () => {
  let runs = 0;
  const run = runOneAtATime(async () => {
    if (++runs === 1) throw new Error('the disk is full');
  });
  const [first, second] = [run(), run()];
  await assert.rejects(first, /the disk is full/);
  await second;
  assert.equal(runs, 2);
});
