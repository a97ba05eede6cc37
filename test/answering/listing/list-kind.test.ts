import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { findKind, findSortAsked, isNoSoftware, isWordOfKind, pluralOf } from '#answering/listing/list-kind.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { inventArchive } from '../invented-archive.ts';
import { millArchive } from '../mill-archive.ts';

const kindOf = (question: string) => findKind(understandQuestion(question, millArchive), millArchive);

describe('the kind of subjects that a question asks for', () => {
  for (const [question, name, isHardware] of [
    ['which databases run on arm64?', 'database', false],
    ['which Databases run on arm64?', 'database', false],
    ['which programming languages run on arm64?', 'programming language', false],
    ['which languages run on arm64?', 'programming language', false],
    ['which container runtimes run on arm64?', 'container runtime', false],
    ['which runtimes run on arm64?', 'container runtime', false],
    ['which laptops are there?', 'laptop', true],
    ['which machines are there?', 'machine', true],
    ['which hardware is there?', 'machine', true],
    ['which database runs on arm64?', undefined, undefined],
    ['which spoons run on arm64?', undefined, undefined],
  ] as const)
    test(question, () => {
      const kind = kindOf(question);
      assert.deepEqual([kind?.name, kind?.isHardware], [name, isHardware]);
    });

  test('has its own subjects, and no others', () => {
    const has = (question: string) =>
      millArchive.names.all.filter((named) => kindOf(question)?.has(named)).map(({ name }) => name);
    assert.deepEqual(has('which databases are there?').sort(), ['Chaffql', 'Foodb', 'Quernd']);
    assert.deepEqual(has('which machines are there?'), ['Tarn One']);
  });
});

test('a kind may be asked for by its last words, and one that is called so goes before', () => {
  const archive = inventArchive(
    { '2031-W07': '### Ovend\n\nOvend runs on arm64.\n' },
    [
      'Ovend: flat site generator',
      'Wokd: query language',
      'Meal: language',
      'Lidbox: tool, board',
      'Panlib: tool',
      'Lidfs: tool',
    ]
      .map((line) => `- { name: ${line.split(': ')[0]}, kind: [${line.split(': ')[1]}] }\n`)
      .join(''),
  );
  for (const [question, name] of [
    ['which generators run on arm64?', 'flat site generator'],
    ['which site generators run on arm64?', 'flat site generator'],
    ['which languages run on arm64?', 'language'],
    ['which query languages run on arm64?', 'query language'],
    ['which tools run on arm64?', 'tool'],
  ] as const) {
    const kind = findKind(understandQuestion(question, archive), archive);
    assert.deepEqual([kind?.name, kind?.isHardware], [name, false], question);
  }
});

test('who is named after a program is software as well', () => {
  const named = (kind: string[]) => ({ id: 0, name: 'Quernd', also: [], kind, by: undefined });
  assert.equal(isNoSoftware(named(['company', 'database'])), false);
  assert.equal(isNoSoftware(named(['company', 'board'])), true);
  assert.equal(isNoSoftware(named(['company', 'service'])), true);
  assert.equal(isNoSoftware(named([])), false);
});

test('what programs run on is no software, nor is who makes them', () => {
  const isNone = (name: string) => {
    const named = millArchive.names.find(name);
    assert.ok(named, name);
    return isNoSoftware(named);
  };
  assert.deepEqual(['Tarn One', 'Ada Weir', 'Millsoft', 'Quernd', 'Rillos'].map(isNone), [
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('a word of the question may be the kind’s own', () => {
  const kind = kindOf('which programming languages are there?');
  assert.deepEqual(
    ['languages', 'programming', 'mill', undefined].map((word) => isWordOfKind(word, kind)),
    [true, true, false, false],
  );
  assert.equal(isWordOfKind('devices', kindOf('which machines are there?')), true);
  assert.equal(isWordOfKind('devices', undefined), false);
});

test('whether there are some of one thing is no list of the kind', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Images\n\nThere are no official arm64 images of Ovend. Wokd has an image for arm64.\n',
        facts: `
- article: Images
  says: There are no official arm64 images of Ovend.
  about: [official Ovend images]
  on: [arm64]
  status: no
  asks: [does ovend have official arm64 images?]
- article: Images
  says: Wokd has an image for arm64.
  about: [Wokd images]
  on: [arm64]
  status: yes
  asks: [is there an image of wokd for arm64?]
`,
      },
    },
    '- { name: Ovend, kind: [database] }\n- { name: official Ovend images, kind: [container image] }\n- { name: Wokd images, kind: [container image] }\n',
  );
  const own = answerQuestion('are there official ovend images for arm64?', archive);
  assert.deepEqual([own.verdict, own.lead], ['no', 'There are no official arm64 images of Ovend.']);
  assert.match(
    answerQuestion('are there container images for arm64?', archive).lead,
    /1 container image runs on arm64/,
  );
  assert.match(answerQuestion('which images run on arm64?', archive).lead, /1 container image runs on arm64/);
});

describe('asked whether a thing is one of a kind, what it is tells', () => {
  const archive = inventArchive(
    {
      '2031-W07': {
        text: '### Boards\n\nThe Ovenbook is an Arm laptop of open hardware. The Ovenbook is good, but too slow for a laptop such as the Panbook. The Panbook is sold by Millsoft.\n',
        facts: `
- article: Boards
  says: The Ovenbook is an Arm laptop of open hardware.
  about: [Ovenbook]
  asks: [what is the ovenbook?]
- article: Boards
  says: The Ovenbook is good, but too slow for a laptop such as the Panbook.
  about: [Ovenbook]
  on: [Panbook]
  status: partly
  asks: [is the ovenbook good enough for a laptop?]
- article: Boards
  says: The Panbook is sold by Millsoft.
  about: [Panbook]
  status: yes
  asks: [can i buy a panbook?]
`,
      },
    },
    '- { name: Ovenbook, kind: [laptop] }\n- { name: Panbook, kind: [laptop] }\n- { name: Ladled, kind: [web server] }\n',
  );
  for (const question of [
    'is the ovenbook a laptop?',
    'is the ovenbook an arm laptop?',
    'hey, is the ovenbook a web server',
  ])
    test(question, () => {
      const { verdict, lead } = answerQuestion(question, archive);
      assert.deepEqual([verdict, lead], [undefined, 'The Ovenbook is an Arm laptop of open hardware.']);
    });
  test('no other question is one of it', () => {
    const sortOf = (question: string) => findSortAsked(understandQuestion(question, archive), archive)?.words;
    assert.equal(sortOf('is the ovenbook a laptop?'), 'ovenbook');
    for (const question of [
      'is the ovenbook a good laptop?',
      'is the ovenbook a spoon?',
      'is the ovenbook a laptop on windows?',
      'is there a laptop?',
      'does the ovenbook have a laptop?',
    ])
      assert.equal(sortOf(question), undefined, question);
  });
});

test('a kind in the plural', () =>
  assert.deepEqual(['database', 'library', 'key', 'bus', 'box', 'patch', 'mesh'].map(pluralOf), [
    'databases',
    'libraries',
    'keys',
    'buses',
    'boxes',
    'patches',
    'meshes',
  ]));

test('an os is an operating system, where the archive has no kind of that name', () => {
  const kindIn = (question: string, kind: string) => {
    const archive = inventArchive(
      { '2031-W07': '### Rillos\n\nRillos runs on arm64.\n' },
      `- { name: Rillos, kind: [${kind}] }\n`,
    );
    return findKind(understandQuestion(question, archive), archive)?.name;
  };
  for (const question of ['which os runs on arm64?', 'which OS for the board?', 'which oses run there?'])
    assert.equal(kindIn(question, 'operating system'), 'operating system', question);
  assert.equal(kindIn('does quernix os run on any arm64 board?', 'operating system'), undefined);
  assert.equal(kindIn('which os runs on arm64?', 'os'), 'os');
  assert.equal(kindIn('which os runs on arm64?', 'database'), undefined);
});
