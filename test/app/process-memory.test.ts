import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createProcessMemory } from '#app/process-memory.ts';

const MINUTE = 60_000;

test('a subject is kept for ten minutes after it was last spoken of, and no longer', () => {
  const memory = createProcessMemory<string>();
  memory.remember('kitchen', 'kettle', 0);
  assert.equal(memory.recall('kitchen', 9 * MINUTE), 'kettle');
  memory.remember('kitchen', 'kettle', 9 * MINUTE);
  assert.equal(memory.recall('kitchen', 19 * MINUTE), 'kettle');
  assert.equal(memory.recall('kitchen', 20 * MINUTE), undefined);
});

test('conversations do not hear each other', () => {
  const memory = createProcessMemory<string>();
  memory.remember('kitchen', 'kettle', 0);
  assert.equal(memory.recall('garden', 0), undefined);
});

test('however many there are, memory stays bounded: the longest silent is forgotten', () => {
  const memory = createProcessMemory<number>();
  for (let i = 0; i < 3_000; i++) memory.remember(`conversation ${i}`, i, i);
  assert.equal(memory.recall('conversation 0', 3_000), undefined);
  assert.equal(memory.recall('conversation 2999', 3_000), 2_999);
  const kept = Array.from({ length: 3_000 }, (_, i) => memory.recall(`conversation ${i}`, 3_000)).filter(
    (i) => i !== undefined,
  );
  assert.equal(kept.length, 1_000);
});
