import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { understandQuestion } from '#answering/understand-question.ts';
import { kitchenArchive } from './kitchen-archive.ts';

const read = (question: string) => understandQuestion(question, kitchenArchive);

describe('the targets of a question', () => {
  for (const [question, ids] of [
    ['does teapotd run on armv6?', ['armv6']],
    ['teapotd armv6 armv7', ['armv6', 'armv7']],
    ['does teapotd run on arm64 or aarch64?', ['arm64']],
    ['teapotd on a rasberry pi zero w', ['raspberry-pi-zero']],
    ['teapotd on 32-bit arm', ['arm32']],
    ['teapotd on windows and os x', ['windows', 'macos']],
    ['teapotd on my m1 mac', ['apple-m1']],
    ['what is teapotd?', []],
    ['teapotd was x86 only, has that changed for arm64?', ['arm64']],
    ['is teapotd x86 only?', ['x86']],
  ] as const) {
    test(question, () =>
      assert.deepEqual(
        read(question).targets.map(({ target }) => target.id),
        ids,
      ),
    );
  }

  test('are remembered as the asker wrote them', () => {
    assert.deepEqual(
      read('teapotd on my Pi Zero W?').targets.map(({ words }) => words),
      ['Pi Zero W'],
    );
  });
});

describe('the words that tell the subject', () => {
  test('are those that neither ask nor name a target', () => {
    const heaviest = (question: string) => [...read(question).content].sort((a, b) => b.weight - a.weight)[0]?.word;
    for (const question of [
      'does teapotd run on armv6?',
      'hey, can anybody please tell me if teapotd is supported on my boards?',
      'teapotd release date',
      'where is the source code of teapotd?',
    ])
      assert.equal(heaviest(question), 'teapotd', question);
  });

  test('hold no word of a target', () => {
    for (const question of ['teapotd on a raspberry pi zero', 'teapotd on 64-bit arm', 'teapotd for windows'])
      assert.deepEqual(
        read(question)
          .content.filter(({ weight }) => weight > 0.5)
          .map(({ word }) => word),
        ['teapotd'],
        question,
      );
  });
});

describe('names that the archive does not have', () => {
  for (const [question, missing] of [
    ['does corkscrewd run on armv6?', ['corkscrewd']],
    ['does Corkscrewd run on armv6?', ['Corkscrewd']],
    ['does teapotd run on armv6?', []],
    ['does taepotd run on armv6?', []],
    ['does teapotd run on my favourite board?', []],
    ['corkscrewd question: does teapotd run on armv6?', []],
    ['all we know is corkscrewd, is there a teapotd for armv6?', []],
    ['beside corkscrewd on arm64, does teapotd run on armv6?', ['corkscrewd']],
    ['hi', []],
    ['thanks a lot!', []],
  ] as const) {
    test(question, () => assert.deepEqual(read(question).missingNames, missing));
  }
});

test('a mistyped word of asking is read as what was meant', () => {
  assert.equal(read('wich soc has the teapotd board').wanted, 'chip');
  assert.equal(read('waht is the price of a teapotd mug').wanted, 'price');
});
