import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whenAborted } from '#traffic/when-aborted.ts';

test('an abort is heard of when it comes, and when it has come already', async () => {
  const stopping = new AbortController();
  let isOver = false;
  const over = whenAborted(stopping.signal).then(() => {
    isOver = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(isOver, false);
  stopping.abort();
  await over;
  await whenAborted(stopping.signal);
});
