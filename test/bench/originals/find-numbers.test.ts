import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNumberFinder, findNumbers } from '../../../bench/originals/find-numbers.ts';

test('amounts, versions, days and percentages are numbers, however they are written', () => {
  for (const [text, numbers] of [
    ['5,200 mills and £1,000,000', ['5200', '1000000']],
    ['Quernd v1.9 and 2.10.1', ['1.9', '2.10.1']],
    ['out since 2026-03-07', ['7', '2026']],
    ['on the 07 March', ['7']],
    ['a rise of 15 % or 3.5%', ['15', '3.5']],
    ['a 16-core, 8–12 W, 24/7', ['16', '8', '12', '24', '7']],
    ['three stones, twelve sails', ['3', '12']],
  ] as const) {
    assert.deepEqual(findNumbers(text), numbers, text);
  }
});

test('names with a number in them count too, and those that every issue is full of do not', () => {
  assert.deepEqual(findNumbers('the MZ3399 and two RC1s on arm64, aarch64 or ARMv8'), ['mz3399', 'rc1']);
});

test('addresses, marks of footnotes and manners of speaking hold no number', () => {
  for (const text of [
    'see https://mill.example/2026/03/07',
    'see mill.example/issues/12 or mill7@mill.example',
    'as they say [2]',
    'two sides, one mill',
    'Mill®v8',
  ]) {
    assert.deepEqual(findNumbers(text), [], text);
  }
});

test('a number is there in other words, and in another spelling of its name', () => {
  const has = createNumberFinder('Quernd-2.0 RC 1 grinds twice as much, by a factor of ten, as the MZ 3399 of TOP500');
  for (const number of ['2.0', 'rc1', '2', '10', 'mz3399', '500']) assert.ok(has(number), number);
  for (const number of ['3', '0', '399', '2.1', 'mz9']) assert.ok(!has(number), number);
});
