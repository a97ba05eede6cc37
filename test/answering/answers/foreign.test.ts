import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isForeign } from '#answering/answers/small-talk.ts';

describe('whether a question is in another language', () => {
  for (const [question, is] of [
    ['läuft das auf einem Raspberry Pi für Anfänger?', true],
    ['은하수', true],
    ['münchen arm64', false],
    ['does münchen run?', false],
    ['does quernd run on arm64?', false],
    ['', false],
  ] as const)
    test(JSON.stringify(question), () => assert.equal(isForeign(question), is));
});
