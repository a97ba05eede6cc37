import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noteUpdate } from '#sources/updating/source-status.ts';

const fail = (message: string) => ({ kind: 'failed' as const, message, remedy: 'Wait.' });
const unchanged = { kind: 'unchanged' as const };

test('a fault that stays stands since its first look, whatever its words; one that comes back stands anew', () => {
  let status = noteUpdate(undefined, unchanged, 1);
  const look = (update: Parameters<typeof noteUpdate>[1], nowMs: number) => {
    status = noteUpdate(status, update, nowMs);
    const { lookedMs, wellMs, problem } = status;
    return [lookedMs, wellMs, problem?.message, problem?.sinceMs];
  };
  assert.deepEqual(look(fail('Away.'), 2), [2, 1, 'Away.', 2]);
  assert.deepEqual(look(fail('Broken.'), 3), [3, 1, 'Broken.', 2]);
  assert.deepEqual(look(unchanged, 4), [4, 4, undefined, undefined]);
  assert.deepEqual(look(fail('Away.'), 5), [5, 4, 'Away.', 5]);
});
