import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProcessMemory } from '#app/responding/process-memory.ts';

const MINUTE = 60_000;

test('a subject is kept for ten minutes after it was last spoken of, and no longer', async () => {
  const memory = createProcessMemory<string>();
  await memory.remember('kitchen', 'kettle', 0);
  assert.equal(await memory.recall('kitchen', 9 * MINUTE), 'kettle');
  await memory.remember('kitchen', 'kettle', 9 * MINUTE);
  assert.equal(await memory.recall('kitchen', 19 * MINUTE), 'kettle');
  assert.equal(await memory.recall('kitchen', 20 * MINUTE), undefined);
});

test('conversations do not hear each other', async () => {
  const memory = createProcessMemory<string>();
  await memory.remember('kitchen', 'kettle', 0);
  assert.equal(await memory.recall('garden', 0), undefined);
});

test('however many there are, memory stays bounded: the longest silent is forgotten', async () => {
  const memory = createProcessMemory<number>();
  for (let i = 0; i < 3_000; i++) await memory.remember(`conversation ${i}`, i, i);
  assert.equal(await memory.recall('conversation 0', 3_000), undefined);
  assert.equal(await memory.recall('conversation 2999', 3_000), 2_999);
  const kept = await Promise.all(Array.from({ length: 3_000 }, (_, i) => memory.recall(`conversation ${i}`, 3_000)));
  assert.equal(kept.filter((i) => i !== undefined).length, 1_000);
});

test('who goes on with a conversation is not forgotten for having begun it first', async () => {
  const memory = createProcessMemory<string>();
  await memory.remember('first', 'kettle', 0);
  for (let i = 0; i < 999; i++) await memory.remember(`conversation ${i}`, 'toaster', 1);
  await memory.remember('first', 'kettle again', 2);
  await memory.remember('one more', 'pan', 3);
  assert.equal(await memory.recall('first', 3), 'kettle again');
  assert.equal(await memory.recall('conversation 0', 3), undefined);
});
