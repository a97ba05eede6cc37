import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Feedback } from '#conversation/ports/reader-notes.ts';
import { sumUpFeedback } from '#conversation/wording/sum-up-feedback.ts';

const rate = (line: string, isHelpful: boolean, issueId?: string): Feedback => ({
  platform: 'slack',
  readerKey: 'k',
  line,
  isHelpful,
  issueId,
  atMs: 0,
});

test('what helped fewest comes first, and of equals what fewer were helped by', () => {
  const rated = sumUpFeedback([
    rate('is foodb fast?', true),
    rate('does quernd run on armv6?', false, '2031-W08'),
    rate('is foodb fast?', false),
    rate('does sieve run on arm64?', false),
    rate('does quernd run on armv6?', false, '2031-W08'),
  ]);
  assert.deepEqual(
    rated.map(({ line, helpful, unhelpful, issueId }) => [line, helpful, unhelpful, issueId]),
    [
      ['does quernd run on armv6?', 0, 2, '2031-W08'],
      ['does sieve run on arm64?', 0, 1, undefined],
      ['is foodb fast?', 1, 1, undefined],
    ],
  );
});

test('the same line in other letter case is the same line, shown as it came first', () => {
  const rated = sumUpFeedback([rate('Is Foodb fast?', true), rate('is foodb fast?', false)]);
  assert.deepEqual(rated, [{ line: 'Is Foodb fast?', issueId: undefined, helpful: 1, unhelpful: 1 }]);
});

test('nothing rated, nothing to sum up', () => assert.deepEqual(sumUpFeedback([]), []));
