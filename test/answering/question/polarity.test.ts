import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { type Polarity, readPolarity } from '#answering/question/polarity.ts';
import { ask, shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

describe('a question is for the thing, its end, trouble with it, or a comparison', () => {
  for (const [question, polarity] of [
    ['does quernd run on arm64?', 'plain'],
    ['was quernd removed from the images?', 'ended'],
    ['did they drop armv6?', 'ended'],
    ['is armv6 support gone?', 'ended'],
    ['is it deprecated?', 'ended'],
    ['do phones die from flour?', 'ended'],
    ['quernd dies on armv6, right?', 'ended'],
    ['did quernd stop supporting armv6?', 'ended'],
    ['does quernd no longer run on armv6?', 'ended'],
    ['is quernd broken on armv7?', 'trouble'],
    ['does it crash?', 'trouble'],
    ['any problems with quernd on a pi?', 'trouble'],
    ['is it only for windows?', 'trouble'],
    ['does quernd only run on arm64?', 'trouble'],
    ['is it true that quernd only supports arm64?', 'trouble'],
    ['does quernd only run on windows, or on arm64 too?', 'plain'],
    ['is the crash fixed?', 'plain'],
    ['is quernd a drop-in replacement for foodb?', 'plain'],
    ['does it drop in unmodified?', 'plain'],
    ['are the crashes of quernd on armv7 gone?', 'plain'],
    ['is quernd faster than foodb?', 'compared'],
    ['is quernd faster on arm64?', 'compared'],
    ['can i trust quernd there?', 'compared'],
    ['is it fast?', 'compared'],
    ['is quernd slow on the pi zero?', 'compared'],
    ['is the tarn one expensive', 'compared'],
    ['is quernd usable on the cheap tarn one?', 'plain'],
    ['is foodb good enough on arm64?', 'plain'],
    ['is it reliable?', 'compared'],
    ['which is the best database?', 'compared'],
    ['does it run there, or is it still broken?', 'plain'],
    ['is there a quernd for armv7, or only for arm64?', 'plain'],
    ['does foodb come for 32-bit Arm or just with the 64-bit image?', 'plain'],
    ['quernd on armv7, okay or trouble?', 'plain'],
    ['is there quernd only for arm64 or for armv7 too?', 'trouble'],
  ] as const satisfies readonly (readonly [string, Polarity])[])
    test(`${question} – ${polarity}`, () => assert.equal(readPolarity(question), polarity));
});

describe('asked for its end, what is gone is a yes', () => {
  for (const question of [
    'was sievectl dropped for armv6?',
    'did sievectl drop armv6?',
    'is sievectl discontinued on armv6?',
    'has sievectl been removed from armv6?',
    'is sievectl deprecated on armv6?',
    'does sievectl no longer run on armv6?',
  ])
    test(question, () => {
      const answer = ask(question);
      assert.equal(answer.verdict, 'yes', shownOf(answer));
      assert.equal(answer.lead, 'Sievectl 3 no longer runs on armv6.');
    });

  test('and what is there is no yes', () => {
    for (const question of [
      'was quernd dropped for armv6?',
      'is quernd deprecated on arm64?',
      'was foodb removed from arm64?',
    ])
      assert.notEqual(ask(question).verdict, 'yes', question);
  });
});

test('what says that it ended is told before what says that it runs', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Wokd\n\nWokd 3 dropped armv6.\n',
        facts: '- article: Wokd\n  says: Wokd 3 dropped armv6.\n  about: [Wokd]\n  asks: [what did wokd 3 drop?]\n',
      },
      '2031-W10': {
        text: '### Wokd\n\nWokd 4 runs on armv6.\n',
        facts:
          '- article: Wokd\n  says: Wokd 4 runs on armv6.\n  about: [Wokd]\n  on: [armv6]\n  status: yes\n  asks: [does wokd run on armv6?]\n',
      },
    },
    '- { name: Wokd, kind: [database] }\n',
  );
  for (const question of ['did wokd drop armv6?', 'was armv6 dropped by wokd?'])
    assert.equal(answerQuestion(question, archive).lead, 'Wokd 3 dropped armv6.', question);
});

test('whether one should buy it is answered with no bare yes', () => {
  const answer = ask('should i get the tarn one?');
  assert.ok(answer.verdict !== 'yes' && answer.verdict !== 'no', shownOf(answer));
});

describe('asked for trouble, the sentence answers, and no bare yes or no', () => {
  for (const [question, said] of [
    ['is wheatbox broken on armv7?', /hangs on armv7/],
    ['does wheatbox hang on armv7?', /hangs on armv7/],
    ['any problems with wheatbox on armv7?', /hangs on armv7/],
    ['is foodb only for windows?', /^(?!Yes|No)/],
    ['is quernd only for armv6?', /^(?!Yes|No)/],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.ok(answer.verdict !== 'yes' && answer.verdict !== 'no', shownOf(answer));
      assert.match(shownOf(answer), said);
    });
});

describe('compared, the fact that compares is told, and nothing is won by running', () => {
  test('with another version', () => {
    const answer = ask('is quernd 2.1 faster than quernd 2.0?');
    assert.notEqual(answer.verdict, 'no', shownOf(answer));
    assert.match(shownOf(answer), /twice as fast as Quernd 2\.0/);
  });

  test('with another product, where nothing compares them', () => {
    const answer = ask('is quernd faster than foodb?');
    assert.ok(answer.verdict !== 'yes' && answer.verdict !== 'no', shownOf(answer));
  });
});
