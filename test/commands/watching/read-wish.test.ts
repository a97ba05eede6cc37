import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readWish } from '#commands/watching/read-wish.ts';

describe('what is wished behind “watch” is told from the name that it is wished of', () => {
  const cases: readonly [argument: string, topic: string, ...wishes: string[]][] = [
    ['quernd', 'quernd'],
    [' quernd on arm64 here ', 'quernd on arm64', 'here'],
    ['quernd Here ONCE', 'quernd', 'here', 'once'],
    ['quernd anyway once here', 'quernd', 'here', 'once', 'anyway'],
    ['quernd here here', 'quernd here', 'here'],
    ['quernd nowhere', 'quernd nowhere'],
    ['here', 'here'],
    ['here once', '', 'here', 'once'],
    ['"mill once" once', 'mill once', 'once'],
    ['“mill here”', 'mill here'],
    ['"mill once"here', 'mill once', 'here'],
    ['“mill here” on arm64 here', 'mill here on arm64', 'here'],
    ['“mill here', '“mill', 'here'],
    ['', ''],
  ];
  for (const [argument, topic, ...wishes] of cases)
    test(`“${argument}”`, () =>
      assert.deepEqual(readWish(argument), {
        topic,
        isHere: wishes.includes('here'),
        isOnce: wishes.includes('once'),
        isAnyway: wishes.includes('anyway'),
      }));
});
