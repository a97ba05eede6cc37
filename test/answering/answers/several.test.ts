import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, shownOf } from '../ask-mill.ts';

/** What is listed, each part with its verdict's word: `armv6: yes`. */
function partsOf(question: string): string[] {
  const answer = ask(question);
  const items = answer.list?.items ?? [];
  assert.ok(items.length > 1, `${question}: ${shownOf(answer)}`);
  return items.map((item) => item.replace(/\..*/, ''));
}

describe('each of several is answered by itself', () => {
  for (const [question, parts] of [
    ['does quernd run on armv6 and windows?', ['armv6: yes', 'Windows: no']],
    ['does quernd run on windows or arm64?', ['Windows: no', 'arm64: yes']],
    ['does quernd run on a raspberry pi zero or on windows?', ['Raspberry Pi Zero: yes', 'Windows: no']],
    ['quernd on armv6, armv7 and riscv?', ['armv6: yes', 'armv7: yes', 'riscv64: the archive does not say']],
    ['do quernd and foodb run on windows?', ['Quernd: no', 'Foodb: partly']],
    ['foodb vs chaffql on arm64', ['Foodb: yes', 'Chaffql: not yet, planned']],
    ['foodb or chaffql for arm64?', ['Foodb: yes', 'Chaffql: not yet, planned']],
    ['does quernd run on armv6? does foodb run on windows?', ['Quernd on armv6: yes', 'Foodb on Windows: partly']],
    ['does quernd run on armv6? and on windows?', ['Quernd on armv6: yes', 'Quernd on Windows: no']],
    ['does quernd run on armv6 and does foodb run on windows?', ['Quernd on armv6: yes', 'Foodb on Windows: partly']],
    ['does quernd run on armv6 and foodb on windows?', ['Quernd on armv6: yes', 'Foodb on Windows: partly']],
    [
      'is quernd for windows, or is chaffql for arm64?',
      ['Quernd on Windows: no', 'Chaffql on arm64: not yet, planned'],
    ],
    ['does quernd run on windows? does foodb?', ['Quernd on Windows: no', 'Foodb on Windows: partly']],
    ['does quernd run on arm64? and is chaffql?', ['Quernd on arm64: yes', 'Chaffql on arm64: not yet, planned']],
    [
      'do quernd and foodb run on arm64 and windows?',
      ['Quernd on arm64: yes', 'Quernd on Windows: no', 'Foodb on arm64: yes', 'Foodb on Windows: partly'],
    ],
  ] as const)
    test(question, () => assert.deepEqual(partsOf(question).toSorted(), [...parts].toSorted()));
});

test('of many, four are answered', () =>
  assert.equal(partsOf('do quernd, foodb and chaffql run on arm64 and windows?').length, 4));

describe('the verdict on several', () => {
  test('is the one that they share', () => {
    assert.equal(ask('does quernd run on armv6 and arm64?').verdict, 'yes');
    assert.equal(ask('do quernd and foodb run on arm64?').verdict, 'yes');
    assert.equal(ask('does quernd run on riscv and s390x?').verdict, 'unknown');
  });

  test('is never the one of a part: neither yes nor no where they differ', () => {
    for (const question of ['does quernd run on arm64 and windows?', 'do quernd and foodb run on windows?'])
      assert.equal(ask(question).verdict, 'partly', question);
  });
});

describe('of two that are compared, none is the winner', () => {
  for (const question of [
    'foodb vs quernd',
    'is quernd better than foodb?',
    'quernd versus chaffql on arm64',
    'quernd or foodb?',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.doesNotMatch(answer.lead, /^(?:Yes|No)\b/);
      assert.notEqual(answer.answered && answer.verdict, 'unknown', shownOf(answer));
      if (answer.answered) assert.match(shownOf(answer), /Quernd: .*/);
    });

  test('each keeps its own proof', () => {
    const { citations } = ask('foodb vs chaffql on arm64');
    assert.deepEqual(
      citations.map(({ quote }) => quote),
      ['Foodb runs on arm64.', 'Chaffql for arm64 is planned for May 2031.'],
    );
  });
});

test('what is near to a part that nobody speaks of is not told beside the others', () => {
  const { notes } = ask('does quernd run on riscv and armv6?');
  assert.ok(!notes.some((note) => note.includes('does say')), notes.join(' '));
});

describe('what belongs together is one question', () => {
  test('a system and the board that it is on', () =>
    assert.equal(ask('does quernd run on windows and a raspberry pi 4?').list, undefined));

  test('a name, and what it is', () =>
    assert.equal(ask('does quernd, the foodb of small mills, run on armv6?').list, undefined));

  for (const [question, verdict] of [
    ['hi! does quernd run on armv6?', 'yes'],
    ['does quernd run on armv6? thanks!', 'yes'],
    ['does quernd run on armv6? anybody?', 'yes'],
    ['does quernd run on armv6? i have a box of old boards.', 'yes'],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, verdict, shownOf(answer));
      assert.equal(answer.list, undefined);
    });
});
