import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findOrdinarySlip } from '#search/ordinary-spelling.ts';

for (const [typed, meant] of [
  ['auhtor', 'author'],
  ['plese', 'please'],
  ['somthing', 'something'],
  ['becuase', 'because'],
  ['teh', undefined],
] as const) {
  test(`“${typed}” is ${meant === undefined ? 'too short to tell' : `a slip of “${meant}”`}`, () =>
    assert.equal(findOrdinarySlip(typed), meant));
}

for (const name of ['foodb', 'kubectl', 'zzyzx', 'Plese', 'arm64', 'x'.repeat(60)]) {
  test(`“${name}” is no slip of an ordinary word`, () => assert.equal(findOrdinarySlip(name), undefined));
}
