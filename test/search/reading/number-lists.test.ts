import assert from 'node:assert/strict';
import { test } from 'node:test';
import { collectLists, lengthAt, listAt } from '#search/reading/number-lists.ts';

test('each list is found by its number, with its length, be it empty, the first or the last', () => {
  const { add, build } = collectLists();
  const given = [[7], [], [1, 2, 3], [0], [], [4_294_967_295, 5]];
  const numbers = given.map((list) => add(list));
  const lists = build();
  assert.deepEqual(numbers, [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(
    numbers.map((list) => [...listAt(lists, list)]),
    given,
  );
  assert.deepEqual(
    numbers.map((list) => lengthAt(lists, list)),
    [1, 0, 3, 1, 0, 2],
  );
});

test('lists that outgrow the room there is at first keep what was there', () => {
  const { add, build } = collectLists();
  const long = Array.from({ length: 5_000 }, (_, at) => at * 3);
  add([9, 8]);
  add(long);
  for (let at = 0; at < 3_000; at++) add([at]);
  const lists = build();
  assert.deepEqual([...listAt(lists, 0)], [9, 8]);
  assert.deepEqual([...listAt(lists, 1)], long);
  assert.deepEqual([...listAt(lists, 3_001)], [2_999]);
  assert.equal(lists.starts.length, 3_003, 'no room beyond');
});

test('what was built stays as it is, whatever is added afterwards', () => {
  const { add, build } = collectLists();
  add([1]);
  const before = build();
  add([2]);
  assert.deepEqual([...before.numbers], [1]);
  assert.equal(before.starts.length, 2);
});
