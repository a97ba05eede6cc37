import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Response } from '#conversation/response.ts';
import { planPageControls, planReplyControls } from '#conversation/wording/reply-controls.ts';

describe('the buttons that turn the pages', () => {
  const cases: readonly [
    name: string,
    page: number,
    pages: number,
    turns: readonly [page: number, isAtEnd: boolean][],
  ][] = [
    ['none for one page', 0, 1, []],
    ['none for no page', 0, 0, []],
    [
      'on the first page, back leads nowhere',
      0,
      3,
      [
        [0, true],
        [1, false],
      ],
    ],
    [
      'in the middle, both lead on',
      1,
      3,
      [
        [0, false],
        [2, false],
      ],
    ],
    [
      'on the last page, on leads nowhere',
      2,
      3,
      [
        [1, false],
        [2, true],
      ],
    ],
  ];
  for (const [name, page, pages, turns] of cases)
    test(name, () => {
      const planned = planPageControls('status mill', page, pages);
      assert.deepEqual(
        planned.map(({ action, isAtEnd }) => [action.kind === 'page' ? action.page : undefined, isAtEnd]),
        turns,
      );
      for (const { action } of planned) assert.equal(action.line, 'status mill');
    });
});

const answer: Response = {
  reply: { blocks: [], audience: 'anyone' },
  outcome: { kind: 'answered', verdict: 'yes' },
  line: 'does the mill run?',
  moreLine: 'status mill',
  relatedLine: 'search mill',
  issueId: '2031-W07',
};

describe('what can be done with a response', () => {
  const all = ['More', 'Related', 'Helpful', 'Not helpful'];
  const cases: readonly [name: string, given: Partial<Response>, isPrivate: boolean, labels: readonly string[]][] = [
    ['an answer', {}, false, all],
    ['an answer that its asker alone saw', {}, true, [...all, 'Share in channel']],
    ['nothing more is known', { moreLine: undefined, relatedLine: '' }, false, ['Helpful', 'Not helpful']],
    ['silence is rated, too', { outcome: { kind: 'silent' } }, false, all],
    ['a status', { outcome: { kind: 'command', command: 'status' } }, false, all],
    ['a greeting', { outcome: { kind: 'command', command: 'ask' } }, true, ['More', 'Related', 'Share in channel']],
    ['help', { reply: { blocks: [], audience: 'private' } }, true, ['More', 'Related']],
    ['a refusal', { outcome: { kind: 'refused' } }, true, ['More', 'Related']],
  ];
  for (const [name, given, isPrivate, labels] of cases)
    test(name, () => {
      const planned = planReplyControls({ ...answer, ...given }, { isPrivate });
      assert.deepEqual(
        planned.map(({ label }) => label),
        labels,
      );
    });

  test('each does what it says, with the line it is about', () => {
    assert.deepEqual(
      planReplyControls(answer, { isPrivate: true }).map(({ action }) => action),
      [
        { kind: 'ask', line: 'status mill' },
        { kind: 'ask', line: 'search mill' },
        { kind: 'rate', line: 'does the mill run?', isHelpful: true, issueId: '2031-W07' },
        { kind: 'rate', line: 'does the mill run?', isHelpful: false, issueId: '2031-W07' },
        { kind: 'share', line: 'does the mill run?' },
      ],
    );
  });
});
