import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keepNewest } from '#traffic/keep-newest.ts';

test('so many are kept, and the one that was put in longest ago goes; put in again, an entry is as new as any', () => {
  const map = new Map<string, number>();
  const keep = (key: string, value: number) => keepNewest(map, key, value, 2);
  keep('kettle', 1);
  keep('teapot', 2);
  assert.deepEqual([...map.keys()], ['kettle', 'teapot']);
  keep('kettle', 3);
  keep('spoon', 4);
  assert.deepEqual(
    [...map],
    [
      ['kettle', 3],
      ['spoon', 4],
    ],
  );
});
