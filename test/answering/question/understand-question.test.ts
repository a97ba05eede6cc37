import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { understandOnce, understandQuestion } from '#answering/question/understand-question.ts';
import { millArchive } from '../mill-archive.ts';

const read = (question: string) => understandQuestion(question, millArchive);

describe('the targets of a question', () => {
  for (const [question, ids] of [
    ['does quernd run on armv6?', ['armv6']],
    ['quernd armv6 armv7', ['armv6', 'armv7']],
    ['quernd on a rasberry pi zero w', ['raspberry-pi-zero']],
    ['quernd on 32-bit arm', ['arm32']],
    ['does quernd run on linux arm64?', ['linux', 'arm64']],
    ['does quernd run on linux/arm64?', ['arm64']],
    ['quernd on windows and os x', ['windows', 'macos']],
    ['quernd on my m1 mac', ['apple-m1']],
    ['what is quernd?', []],
    ['is quernd x86 only?', ['x86']],
    ['does a pi-hole run beside quernd?', []],
  ] as const) {
    test(question, () =>
      assert.deepEqual(
        read(question).topics.flatMap(({ target }) => target?.id ?? []),
        ids,
      ),
    );
  }

  test('are remembered as the asker wrote them, and where', () => {
    const question = 'is quernd fine on my Pi Zero W?';
    const topic = read(question).topics.find(({ target }) => target !== undefined);
    assert.deepEqual([topic?.words, topic?.isPlace], ['Pi Zero W', true]);
    assert.equal(question.slice(topic?.start, topic?.end), 'Pi Zero W');
  });
});

describe('the subjects of a question', () => {
  for (const [question, names] of [
    ['does quernd run on armv6?', ['Quernd']],
    ['does the quern daemon run?', ['Quernd']],
    ['quernd or foodb?', ['Quernd', 'Foodb']],
    ["what is ada weir's job?", ['Ada Weir']],
    ['does rillos run on the tarn one?', ['Rillos', 'Tarn One']],
    ['does qurend run?', ['Quernd']],
    ['does flurble run?', []],
    ['', []],
  ] as const)
    test(JSON.stringify(question), () =>
      assert.deepEqual(
        read(question).topics.flatMap(({ named }) => named?.name ?? []),
        names,
      ),
    );

  test('a subject that stands where a place does is a place', () => {
    const [subject, place] = read('does rillos run on the tarn one?').topics;
    assert.deepEqual([subject?.isPlace, place?.isPlace], [false, true]);
  });

  test('an everyday word that is also a name may mean the word, and means the name where it stands as one', () => {
    const doubtIn = (question: string) => read(question).topics.find(({ named }) => named?.name === 'Meal')?.isDoubtful;
    assert.equal(doubtIn('does quernd serve a good meal on arm64?'), true);
    for (const question of ['does Meal run on arm64?', 'does meal run on arm64?', 'meal 1.9'])
      assert.equal(doubtIn(question), false, question);
  });
});

describe('names that nobody has written about', () => {
  for (const [question, unknown] of [
    ['does flurble run on armv6?', ['flurble']],
    ['does Flurble run on armv6?', ['Flurble']],
    ['does quernd run on armv6?', []],
    ['does qurend run on armv6?', []],
    ['does quernd run on my favourite board?', []],
    ['heya, does quernd run on armv6?', []],
    ['does quernd-sync run on armv6?', ['quernd-sync']],
    ['hi', []],
    ['thanks a lot!', []],
  ] as const)
    test(question, () => assert.deepEqual(read(question).unknownNames, unknown));
});

describe('what is told around the question is a story', () => {
  test('what the question itself calls "it" is asked about, where it names nothing else', () => {
    const isNeeded = (question: string) => read(question).topics.find(({ words }) => words === 'pine h64')?.isNeeded;
    assert.equal(isNeeded('i am looking at the pine h64 for the mill. has it got wifi?'), true);
    assert.equal(isNeeded('i am looking at the pine h64 for the mill. has the odroid c2 got wifi?'), false);
    // What is asked for is all that stands before.
    assert.equal(isNeeded('looking for quernd lids for the pine h64, does millsoft sell any?'), true);
    assert.equal(isNeeded('looking for quernd lids for the pine h64, does millsoft sell flour?'), false);
  });

  const question = 'we keep foodb on an odroid c2 in the shed. does quernd run on armv6?';
  const storyOf = (name: string) => read(question).topics.find(({ words }) => words === name);

  test('and its names are not what is asked for', () => {
    assert.deepEqual([storyOf('foodb')?.isStory, storyOf('foodb')?.isNeeded], [true, false]);
    assert.deepEqual([storyOf('quernd')?.isStory, storyOf('armv6')?.isStory], [false, false]);
  });

  test('unless the question goes back to them', () => {
    const { topics } = read('our boards are armv6. will quernd run on those?');
    const told = topics.find(({ target }) => target !== undefined);
    assert.deepEqual([told?.isStory, told?.isNeeded], [true, true]);
  });

  test('that there is something points to no place', () => {
    const isNeeded = (question: string) => read(question).topics.find(({ words }) => words === 'armv6')?.isNeeded;
    assert.equal(isNeeded('quernd hangs on our armv6 board, which workaround is there?'), false);
    assert.equal(isNeeded('quernd hangs on our armv6 board, does meal run there?'), true);
  });

  test('or asks where something runs, and names no place of its own', () => {
    const isNeeded = (question: string) => read(question).topics.find(({ words }) => words === 'armv6')?.isNeeded;
    assert.equal(isNeeded('our boards are armv6. does quernd run?'), true);
    assert.equal(isNeeded('our boards are armv6. does quernd run on arm64?'), false);
    assert.equal(isNeeded('our boards are armv6. what is quernd?'), false);
  });
});

describe('the words of a question', () => {
  test('weigh by what they tell: a name most, "the" next to nothing', () => {
    for (const question of [
      'does quernd run on the pi?',
      'hey, can anybody please tell me if quernd is supported on my boards?',
      'the quernd release date',
    ]) {
      const { words } = read(question);
      const weightOf = (raw: string) => words.find((word) => word.raw === raw)?.weight ?? 0;
      const others = words.filter(({ isNamed }) => !isNamed).map(({ weight }) => weight);
      assert.ok(weightOf('quernd') > Math.max(...others), question);
      assert.ok(weightOf('the') < 0.1, question);
    }
  });

  test('a number behind a name is its version', () => {
    const { words } = read('does quernd 2.1 run on 64 boards?');
    assert.deepEqual(
      words.filter(({ isVersion }) => isVersion).map(({ raw }) => raw),
      ['2.1'],
    );
  });

  test('of a measure, the words for it are known, but for what an answer has without them', () => {
    const measuredIn = (question: string) => {
      const { measured, words } = read(question);
      return measured.map((place) => words[place]?.raw);
    };
    assert.deepEqual(measuredIn('what is the battery life of quernd?'), ['battery']);
    assert.deepEqual(measuredIn('which screen size does quernd have?'), ['screen', 'size']);
    for (const question of [
      'what is the price of quernd?',
      'what is quernd?',
      'which url has quernd?',
      'does it have a battery?',
    ])
      assert.deepEqual(measuredIn(question), [], question);
  });

  test('of how many, what is counted is known', () => {
    const { counted, words } = read('how many CPU cores does quernd need?');
    assert.deepEqual(
      counted.map((place) => words[place]?.raw),
      ['CPU', 'cores'],
    );
    assert.deepEqual(read('who leads quernd?').counted, []);
    assert.deepEqual(read('how much did that raise?').counted, [], '"that" is nothing that is counted');
  });
});

describe('what is named only as the other side of what is asked is not asked for', () => {
  for (const [question, aside] of [
    ['does quernd run on arm64 instead of foodb?', 'foodb'],
    ['would quernd run on armv6 in place of my old foodb?', 'foodb'],
    ['is quernd for arm, or is it x86 only?', 'x86'],
    ['does quernd run on arm64 or only on windows?', 'windows'],
    ['can quernd build for arm64 from my x86 laptop?', 'x86'],
  ] as const)
    test(question, () => {
      const { topics } = understandQuestion(question, millArchive);
      const told = topics.filter(({ isStory, isNeeded }) => isStory && !isNeeded).map(({ words }) => words);
      assert.ok(told.includes(aside), `${aside} is not asked for: ${told}`);
    });

  for (const question of ['does quernd run on x86 or arm64?', 'does foodb instead run on windows?'])
    test(`but both are in: ${question}`, () =>
      assert.ok(understandQuestion(question, millArchive).topics.every(({ isAside }) => !isAside)));
});

test('a word that is a name only perhaps does not take the place of what was told before', () => {
  const { topics } = understandQuestion('we use quernd at home. did that meal work on arm64?', millArchive);
  assert.deepEqual(
    topics.filter(({ named }) => named?.name === 'Quernd').map(({ isStory, isNeeded }) => [isStory, isNeeded]),
    [[true, true]],
  );
});

test('words that a writer has joined are words of their own, and a name that has such a form stays whole', () => {
  const rawsOf = (question: string) => understandQuestion(question, millArchive).words.map(({ raw }) => raw);
  assert.deepEqual(rawsOf('the 48-core quernd'), ['the', '48', 'core', 'quernd']);
  assert.deepEqual(rawsOf('the quernd-on-a-board talk'), ['the', 'quernd', 'on', 'a', 'board', 'talk']);
  assert.deepEqual(rawsOf('a foodb-based system'), ['a', 'foodb', 'based', 'system']);
  assert.deepEqual(rawsOf('foodb-conforming mills'), ['foodb', 'conforming', 'mills']);
  assert.deepEqual(rawsOf('64-bit quernd'), ['64-bit', 'quernd']);
  assert.deepEqual(rawsOf('quernd drop-in'), ['quernd', 'drop-in']);
});

test('a question that is handed on is read once, another one by itself', () => {
  const understand = understandOnce(millArchive);
  const first = understand('does quernd run on arm64?');
  assert.equal(understand('does quernd run on arm64?'), first);
  assert.deepEqual(first, read('does quernd run on arm64?'));
  assert.deepEqual(understand('is it raining?'), read('is it raining?'));
});
