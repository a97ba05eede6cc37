import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { inventArchive } from './invented-archive.ts';

const archive = inventArchive({
  '2031-W07': `### Panlib Cloud

Panlib Cloud runs on arm64. Panlib Cloud runs on armv7.

### Panlib Board

Panlib Board does not run on arm64. Panlib Board runs on armv7.
`,
});

describe('a name that several subjects share', () => {
  const answer = answerQuestion('does panlib run on arm64?', archive);

  test('is asked back where they stand differently, beside the best answer', () => {
    assert.equal(answer.answered, true);
    assert.deepEqual([...answer.suggestions].sort(), [
      'does Panlib Board run on arm64?',
      'does Panlib Cloud run on arm64?',
    ]);
  });

  test('with choices that are whole questions', () => {
    const verdicts = answer.suggestions.map((question) => answerQuestion(question, archive).verdict);
    assert.deepEqual([...verdicts].sort(), ['no', 'yes']);
  });

  test('is not asked back where they stand alike, or where it says which', () => {
    for (const question of ['does panlib run on armv7?', 'does panlib cloud run on arm64?'])
      assert.deepEqual(answerQuestion(question, archive).suggestions, [], question);
  });
});
