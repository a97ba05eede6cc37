import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isAskingWord, isPreposition } from '#answering/question/asking-words.ts';
import { findTopics } from '#answering/question/find-topics.ts';
import { tokenize } from '#search/words/tokenize.ts';
import { inventArchive } from '../invented-archive.ts';
import { millArchive } from '../mill-archive.ts';

function topicsOf(text: string, archive = millArchive) {
  return findTopics(text, tokenize(text), archive).map(({ words, named, target, isPlace, start, end }) => {
    assert.equal(text.slice(start, end).replace(/\s+/g, ' '), words);
    return [words, named?.name, target?.id, isPlace];
  });
}

describe('the things that a question names, in its order', () => {
  for (const [text, topics] of [
    [
      'does quernd run on armv6?',
      [
        ['quernd', 'Quernd', undefined, false],
        ['armv6', undefined, 'armv6', true],
      ],
    ],
    [
      'on armv6, does quernd run?',
      [
        ['armv6', undefined, 'armv6', true],
        ['quernd', 'Quernd', undefined, false],
      ],
    ],
    [
      'an alternative to quernd on armv6',
      [
        ['quernd', 'Quernd', undefined, false],
        ['armv6', undefined, 'armv6', true],
      ],
    ],
    // The image is Quernd's, and for that board.
    [
      'an image for quernd, a package for armv6',
      [
        ['quernd', 'Quernd', undefined, false],
        ['armv6', undefined, 'armv6', true],
      ],
    ],
    [
      'quernd armv6',
      [
        ['quernd', 'Quernd', undefined, false],
        ['armv6', undefined, 'armv6', false],
      ],
    ],
    [
      'quernd on my old armv6',
      [
        ['quernd', 'Quernd', undefined, false],
        ['armv6', undefined, 'armv6', true],
      ],
    ],
    [
      'quernd built from x86_64',
      [
        ['quernd', 'Quernd', undefined, false],
        ['x86_64', undefined, 'x86_64', false],
      ],
    ],
    ['does it run with ada weir?', [['ada weir', 'Ada Weir', undefined, false]]],
    ['is there anything?', []],
  ] as const)
    test(text, () => assert.deepEqual(topicsOf(text), topics));
});

test('“how many” is none of a name', () => {
  const archive = inventArchive(
    { '2031-W10': { text: '### Mills\n\nManystone is a mill.\n', facts: '' } },
    '- { name: Manystone, also: [Many Stone], kind: [mill] }\n',
  );
  assert.deepEqual(topicsOf('how many stones has it?', archive), []);
  assert.deepEqual(topicsOf('what is many stone?', archive), [['many stone', 'Manystone', undefined, false]]);
});

describe('a name that has a target in it, and the other way round', () => {
  const says = 'Foodb arm64 is out, and so is Foodix Linux.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Foodb\n\n${says}\n`,
        facts: `- article: Foodb\n  says: ${says}\n  about: [Foodb]\n  asks: [what is foodb?]\n`,
      },
    },
    '- { name: Foodb, also: [Foodb arm64] }\n- { name: Foodix Linux }\n',
  );
  test('a thing and its place, where that is another name of the thing', () =>
    assert.deepEqual(topicsOf('foodb arm64', archive), [
      ['foodb', 'Foodb', undefined, false],
      ['arm64', undefined, 'arm64', false],
    ]));
  test('a kind of Linux is not all of Linux', () =>
    assert.deepEqual(topicsOf('foodix linux', archive), [['foodix linux', 'Foodix Linux', undefined, false]]));
});

test('a board with a longer name is not the board whose name it begins with', () => {
  const says = 'Foodb runs on the Raspberry Pi Zero.';
  const archive = inventArchive(
    {
      '2031-W07': {
        text: `### Foodb\n\n${says}\n`,
        facts: `- article: Foodb\n  says: ${says}\n  about: [Foodb]\n  on: [Raspberry Pi Zero]\n  status: yes\n  asks: [foodb pi zero]\n`,
      },
    },
    '- { name: Foodb }\n- { name: Raspberry Pi Zero, also: [Pi Zero], kind: [board] }\n',
  );
  assert.deepEqual(topicsOf('foodb on the pi zero', archive)[1], [
    'pi zero',
    'Raspberry Pi Zero',
    'raspberry-pi-zero',
    true,
  ]);
  const [, other] = topicsOf('foodb on the pi zero 2 w', archive);
  assert.deepEqual([other?.[0], other?.[1]], ['pi zero 2 w', undefined]);
});

test('words of asking tell nothing of what it is, in any form', () => {
  for (const word of ['Running', 'supported', 'boards', 'natively', 'ideally'])
    assert.equal(isAskingWord(word), true, word);
  for (const word of ['quernd', 'grain', 'quernly']) assert.equal(isAskingWord(word), false, word);
});

test('words that stand before a place', () => {
  assert.deepEqual(['on', 'ON', 'from', 'of', 'and', 'upon'].map(isPreposition), [
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
