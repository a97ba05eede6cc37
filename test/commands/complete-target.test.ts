import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeTarget } from '#commands/completion/option.ts';

test('a target is completed from the beginning of any of its names, the shortest label first', () => {
  const found = completeTarget('  RASP', 50);
  assert.ok(found.length > 2);
  assert.deepEqual(
    found,
    [...found].sort((a, b) => a.length - b.length),
  );
  assert.ok(
    found.every((label) => /pi/i.test(label)),
    found.join(),
  );
  assert.equal(completeTarget('rasp', 2).length, 2);
  assert.ok(completeTarget('aarch', 5).includes(completeTarget('arm64', 1)[0] ?? 'none'));
});

test('nothing typed, or nothing that begins so, completes to nothing', () => {
  for (const typed of ['', '   ', 'spberry', 'zzz']) assert.deepEqual(completeTarget(typed, 5), [], typed);
});
