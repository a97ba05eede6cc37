import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findAskingClause } from '#answering/question/asking-clause.ts';

function asked(message: string): string {
  const { start, end } = findAskingClause(message);
  return message.slice(start, end);
}

describe('in a message that tells a story, the question is found', () => {
  for (const [message, question] of [
    ['We moved the mill last year. Does quernd run on armv6?', 'Does quernd run on armv6'],
    ['does quernd run on armv6? We have a box of old boards.', 'does quernd run on armv6'],
    ['our boards are old, does quernd run there', 'does quernd run there'],
    ['morning all, quick one, is quernd out? thanks', 'is quernd out'],
    ['does anybody know, is quernd out for arm64?', 'is quernd out for arm64'],
    ['does anybody know? is quernd out for arm64?', 'is quernd out for arm64'],
    ['does anybody know, quernd on arm64?', 'quernd on arm64'],
    ['thanks for any idea, is quernd out', 'is quernd out'],
    ['we moved the mill – does quernd run on armv6?', 'does quernd run on armv6'],
    ['I know the mill. does quernd run on armv6? no idea here.', 'does quernd run on armv6'],
    ['our boards are old, quernd on arm64?', 'quernd on arm64'],
    ['we mill. is quernd out? does it run on armv6? thanks', 'is quernd out? does it run on armv6'],
    ['quernd hangs. is that known? does foodb run on armv6?', 'is that known? does foodb run on armv6'],
  ] as const)
    test(message, () => assert.equal(asked(message).trim(), question));
});

describe('a question of which only the end bears the mark is found whole', () => {
  for (const [message, question] of [
    [
      'I have a pi 4. Is quernd packaged for it, or do we compile it?',
      'Is quernd packaged for it, or do we compile it',
    ],
    ['Our mill is old. Where do we find Quernd, the database?', 'Where do we find Quernd, the database'],
    ['Is it old. Where do we find Quernd, the database?', 'Where do we find Quernd, the database'],
    ['We mill. Where is Quernd, the database? Is it free? Thanks', 'Where is Quernd, the database? Is it free'],
  ] as const)
    test(message, () => assert.equal(asked(message).trim(), question));
});

describe('where nothing tells, all of it is the question', () => {
  for (const message of ['does quernd run on armv6?', 'quernd armv6', 'quernd, armv6', '', 'hello there. it is late.'])
    test(JSON.stringify(message), () => assert.equal(asked(message), message));
});

describe('a question that says nothing by itself keeps what stands before it', () => {
  for (const [message, needed] of [
    ['quernd hangs at its start on armv7, is that a known problem?', /quernd hangs/],
    ['does quernd run on armv6, arm64 too?', /armv6/],
    ['quernd on armv6, arm64 too?', /armv6/],
  ] as const)
    test(message, () => assert.match(asked(message), needed));
});
