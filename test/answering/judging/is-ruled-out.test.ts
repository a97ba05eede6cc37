import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { holdsWanted } from '#answering/question/fits-kind.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import { inventArchive } from '../invented-archive.ts';

const archive = inventArchive(
  {
    '2031-W10': {
      text: '### Boards of the mill\n\nThe Ovenbook has 4 GB of memory. The Grainboard is on sale since May 2031. The chip Huskone on arm64 has 32 cores. Foodb stored 4 million sacks on three Huskone 2400 servers.',
      facts: `
- article: Boards of the mill
  says: The Ovenbook has 4 GB of memory.
  about: [Ovenbook]
  asks: [how much memory does the ovenbook have?]
- article: Boards of the mill
  says: The Grainboard is on sale since May 2031.
  about: [Grainboard]
  status: yes
  asks: [is the grainboard on sale?]
- article: Boards of the mill
  says: The chip Huskone on arm64 has 32 cores.
  about: [Huskone]
  on: [arm64]
  status: yes
  asks: [how many cores has the huskone?, is the huskone arm64?]
- article: Boards of the mill
  says: Foodb stored 4 million sacks on three Huskone 2400 servers.
  about: [Foodb, Huskone]
  on: [Huskone]
  status: yes
  asks: [how many sacks did foodb store?, does foodb run on the huskone?]
`,
    },
  },
  '- { name: Ovenbook, kind: [laptop] }\n- { name: Grainboard, kind: [board] }\n- { name: Huskone, kind: [processor] }\n- { name: Foodb, kind: [database] }\n',
);

describe('what is said of one machine is no answer for another', () => {
  for (const question of [
    'how much memory does the grainboard have?',
    'grainboard: how much memory?',
    'grainboard - how much memory does it have?',
    // Boards that have a name in the vocabulary alone.
    'odroid n2 - how much memory?',
    'how much memory does the odroid c2 have?',
    // On the same architecture.
    'how many cores does the ampere altra have?',
    'graviton2: how many cores?',
  ])
    test(question, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.answered, false, answer.lead);
    });

  test('of the very machine it is', () =>
    assert.equal(answerQuestion('ovenbook: how much memory?', archive).lead, 'The Ovenbook has 4 GB of memory.'));
});

test('that a thing runs is no answer to what nobody has written of', () => {
  assert.equal(answerQuestion('can the huskone brew tea?', archive).answered, false);
  assert.equal(answerQuestion('does the huskone run on arm64?', archive).verdict, 'yes');
});

test('that a thing runs on a board does not say that it is the board', () => {
  const ovens = inventArchive(
    {
      '2031-W10': {
        text: '### Ovend\n\nOvend runs on the Raspberry Pi 4. Wokd can emulate the Raspberry Pi 4.',
        facts: `
- article: Ovend
  says: Ovend runs on the Raspberry Pi 4.
  about: [Ovend]
  on: [Raspberry Pi 4]
  status: yes
  asks: [does ovend run on the pi 4?]
- article: Ovend
  says: Wokd can emulate the Raspberry Pi 4.
  about: [Wokd]
  on: [Raspberry Pi 4]
  status: yes
  asks: [can wokd emulate a pi 4?]
`,
      },
    },
    '- { name: Ovend, kind: [emulator] }\n- { name: Wokd, kind: [emulator] }\n',
  );
  assert.equal(answerQuestion('can i emulate a raspberry pi 4 in ovend?', ovens).answered, false);
  assert.equal(answerQuestion('can i emulate a raspberry pi 4 in wokd?', ovens).verdict, 'yes');
});

test('that a third thing runs on both does not say that one runs on the other', () => {
  const third = inventArchive(
    {
      '2031-W10': {
        text: '### Ovend\n\nOvend runs on FreeBSD and Windows, on arm64 and armv7. FreeBSD runs on arm64.',
        facts: `
- article: Ovend
  says: Ovend runs on FreeBSD and Windows, on arm64 and armv7.
  about: [Ovend]
  on: [FreeBSD, Windows, arm64, armv7]
  status: yes
  asks: [does ovend run on freebsd?, does ovend run on windows?]
- article: Ovend
  says: FreeBSD runs on arm64.
  about: [FreeBSD]
  on: [arm64]
  status: yes
  asks: [is freebsd on arm64?]
`,
      },
    },
    '- { name: Ovend, kind: [oven] }\n',
  );
  for (const question of [
    'does freebsd run on windows?',
    'can windows run on freebsd?',
    'does arm64 run armv7?',
    'will armv7 run on arm64?',
  ])
    assert.notEqual(answerQuestion(question, third).verdict, 'yes', question);
  for (const question of ['does ovend run on windows?', 'does ovend run on arm64?', 'does freebsd run on arm64?'])
    assert.equal(answerQuestion(question, third).verdict, 'yes', question);
});

test('that a thing works does not say that it can be bought', () => {
  for (const question of [
    'is the huskone still being made?',
    'is the huskone still sold?',
    'can anybody order the huskone?',
    'does somebody sell the huskone?',
  ])
    assert.notEqual(answerQuestion(question, archive).verdict, 'yes', question);
  for (const question of ['is the grainboard still sold?', 'is the grainboard on sale?'])
    assert.equal(answerQuestion(question, archive).verdict, 'yes', question);
});

test('a day is no version: of the next release nothing is said', () => {
  const releases = inventArchive(
    {
      '2031-W10': {
        text: '### Quernix 29\n\nQuernix 29 is due on 30 March 2031.',
        facts: `
- article: Quernix 29
  says: Quernix 29 is due on 30 March 2031.
  about: [Quernix]
  asks: [when is quernix 29 due?]
`,
      },
    },
    '- { name: Quernix, also: [qx], kind: [distribution] }\n',
  );
  const ask = (question: string) => answerQuestion(question, releases);
  assert.equal(ask('when will quernix 30 come out?').answered, false);
  for (const version of ['29', '29.x', '29-ce'])
    assert.equal(ask(`when is quernix ${version} due?`).answered, true, version);
  // By another name, and where the question stands behind the thing.
  for (const question of ['when will qx 30 come out?', 'qx 30 on arm64, when is it due?'])
    assert.equal(ask(question).answered, false, question);
  assert.equal(ask('when is qx 29 due?').answered, true);
  // Of what has no name here, too.
  assert.equal(ask('when is windows 30 due?').answered, false);
});

test('the number behind a system’s name is a version of it, though both may be called one', () => {
  const says = 'Ubuntu 18.04 was released on 26 April 2031.';
  const releases = inventArchive(
    {
      '2031-W10': {
        text: `### Ubuntu 18.04\n\n${says}`,
        facts: `
- article: Ubuntu 18.04
  says: ${says}
  about: [Ubuntu]
  asks: [when did ubuntu 18.04 come out?]
`,
      },
    },
    '- { name: Ubuntu, kind: [distribution] }\n',
  );
  const ask = (question: string) => answerQuestion(question, releases);
  for (const question of ['when was ubuntu 18.04 released?', 'when was ubuntu released?'])
    assert.equal(ask(question).answered, true, question);
  for (const question of ['when was ubuntu 20.04 released?', 'when is ubuntu 20.04 out?']) {
    const { answered, lead } = ask(question);
    assert.equal(answered, false, question);
    assert.match(lead, /Ubuntu 20\.04/, question);
  }
  assert.equal(ask('does quernd run on ubuntu 20.04?').answered, false);
});

test('the campaign for the Foobox is the Foobox campaign', () => {
  const campaign = inventArchive(
    {
      '2031-W10': {
        text: '### The Ovenbook is funded\n\nBy May 2031 the campaign for the Ovenbook has raised $40,000.',
        facts: `
- article: The Ovenbook is funded
  says: By May 2031 the campaign for the Ovenbook has raised $40,000.
  about: [Ovenbook]
  asks: [how much money has the ovenbook got?]
`,
      },
    },
    '- { name: Ovenbook, kind: [laptop] }\n- { name: Ovenbook campaign }\n',
  );
  assert.match(answerQuestion('how much money did the ovenbook campaign raise?', campaign).lead, /40,000/);
});

test('the number of a model is no version of what runs on it, nor a number of its own', () => {
  const stored = archive.index.facts.find(({ fact }) => fact.says.startsWith('Foodb stored'));
  assert.ok(stored);
  const holds = (question: string) => holdsWanted('version', stored, understandQuestion(question, archive).topics);
  assert.equal(holds('which version of foodb do we need?'), false);
  assert.equal(holds('which version of the huskone do we need?'), true);
});

describe('what is said beside the point is no answer', () => {
  const facts = [
    ['The Ovenpad Pro costs $199.', 'Ovenpad Pro, Ovenmill'],
    ['Sieved now runs on the fan of the Ovenbox on arm64.', 'Sieved'],
    ['Huskd needs a fan and has a bug on arm64.', 'Huskd'],
    ['Rillix is a system for many platforms.', 'Rillix'],
    ['Bunix is a system for the boards of Ovenmill.', 'Bunix'],
  ].map(
    ([says, about]) =>
      `- article: Things\n  says: ${says}\n  about: [${about}]\n${says?.includes('arm64') ? '  on: [arm64]\n  status: "yes"\n' : ''}  asks: [what of ${about?.split(',')[0]}?]\n`,
  );
  const things = inventArchive(
    {
      '2031-W10': {
        text: '### Things\n\nThe Ovenpad Pro costs $199. Sieved now runs on the fan of the Ovenbox on arm64. Huskd needs a fan and has a bug on arm64. Rillix is a system for many platforms. Bunix is a system for the boards of Ovenmill.',
        facts: facts.join(''),
      },
    },
    `- { name: Ovenmill, kind: [board, company] }
- { name: Ovenpad Pro, kind: [laptop], by: Ovenmill }
- { name: Rillix, kind: [operating system] }
- { name: Sieved, kind: [tool] }
- { name: Huskd, kind: [tool] }
- { name: Bunix, kind: [operating system] }
`,
  );
  for (const [question, isAnswered, why] of [
    ['what does an ovenmill cost?', false, 'the price of another thing of that maker'],
    ['what does the ovenpad pro cost?', true, 'its own'],
    ['does sieved need a fan?', false, 'that it runs on one says nothing of need'],
    ['does huskd need a fan?', true, 'that it does'],
    ['any problems with sieved on arm64?', false, 'that it runs tells of none'],
    ['any problems with huskd on arm64?', true, 'a bug is one'],
    ['was sieved ever broken on arm64?', false, 'nor tells that it runs of any before'],
    ['was huskd ever broken on arm64?', true, 'a bug is one'],
    ['which boards run rillix?', false, 'what Rillix is names no board'],
    ['which boards run bunix?', true, 'boards are told of'],
  ] as const)
    test(`${question} – ${why}`, () => assert.equal(answerQuestion(question, things).answered, isAnswered));
});

describe('whoever leads a company is told where somebody leads it', () => {
  const companies = inventArchive(
    {
      '2031-W10': {
        text: '### Companies\n\nGrainsoft gave Carol Mill three boards. The CEO of Ovensoft is Ada Weir, once of Grainsoft.',
        facts: `
- article: Companies
  says: Grainsoft gave Carol Mill three boards.
  about: [Carol Mill, Grainsoft]
  asks: [who got boards of grainsoft?]
- article: Companies
  says: The CEO of Ovensoft is Ada Weir, once of Grainsoft.
  about: [Ada Weir, Ovensoft]
  asks: [who is the ceo of ovensoft?]
`,
      },
    },
    '- { name: Grainsoft, kind: [company] }\n- { name: Ovensoft, kind: [company] }\n- { name: Ada Weir, kind: [person] }\n- { name: Carol Mill, kind: [person] }\n',
  );
  const sayOf = (question: string) => {
    const { answered, lead } = answerQuestion(question, companies);
    return answered ? lead : undefined;
  };
  for (const question of ['who is the ceo of ovensoft?', 'who is the boss of ovensoft?', 'who runs ovensoft?'])
    test(question, () => assert.match(sayOf(question) ?? '', /^The CEO of Ovensoft is Ada Weir/));
  for (const question of ['who is the boss of grainsoft?', 'who runs grainsoft?', 'who leads grainsoft?'])
    test(`${question} – Carol Mill got boards of it`, () => assert.doesNotMatch(sayOf(question) ?? '', /Carol/));
});

describe('what is said of 32 bits is no answer for 64, and the other way round', () => {
  const systems = inventArchive({
    '2031-W11': {
      text: '### Systems\n\nRillos runs on the Raspberry Pi 3 in 32-bit mode. Bunos runs on the Raspberry Pi 3 in 32 and in 64 bits.',
      facts: [
        'Rillos runs on the Raspberry Pi 3 in 32-bit mode.',
        'Bunos runs on the Raspberry Pi 3 in 32 and in 64 bits.',
      ]
        .map(
          (says) =>
            `- article: Systems\n  says: ${says}\n  about: [${says.split(' ')[0]}]\n  on: [Raspberry Pi 3]\n  status: yes\n  asks: [${says.split(' ')[0]} on the pi 3?]\n`,
        )
        .join(''),
    },
  });
  for (const [question, verdict] of [
    ['does rillos run on the raspberry pi 3?', 'yes'],
    ['does rillos run in 32 bit on the raspberry pi 3?', 'yes'],
    ['does rillos run in 64 bit on the raspberry pi 3?', 'unknown'],
    ['does bunos run in 32 bit on the raspberry pi 3?', 'yes'],
    ['does bunos run in 64-bit mode on the raspberry pi 3?', 'yes'],
  ] as const)
    test(question, () => assert.equal(answerQuestion(question, systems).verdict, verdict));
});

test('how many people there are is told by a sentence that speaks of them, not by one that they asked for', () => {
  const people = inventArchive(
    {
      '2031-W10': {
        text: '### Ovenbook\n\nThe Ovenbook will hold up to 128 GB.\n',
        facts:
          '- article: Ovenbook\n  says: The Ovenbook will hold up to 128 GB.\n  about: [Ovenbook]\n  asks: [how much storage can people get with the ovenbook?]\n',
      },
    },
    '- { name: Ovenbook, kind: [laptop] }\n',
  );
  assert.equal(answerQuestion('how many people got the ovenbook?', people).answered, false);
  assert.equal(answerQuestion('how much storage does the ovenbook get?', people).answered, true);
});

test('a release of the same line is another release', () => {
  const says = 'Foodb runs on arm64 in release 1.0.3.';
  const one = inventArchive(
    {
      '2031-W10': {
        text: `### Foodb\n\n${says}\n`,
        facts: `- article: Foodb\n  says: ${says}\n  about: [Foodb]\n  on: [arm64]\n  status: yes\n  asks: [does foodb run on arm64?]\n`,
      },
    },
    '- { name: Foodb, kind: [database] }\n',
  );
  for (const [question, verdict] of [
    ['does foodb 1.0.0 run on arm64?', 'unknown'],
    ['does foodb 1.0.3 run on arm64?', 'yes'],
    ['does foodb 1.0 run on arm64?', 'yes'],
    ['does foodb run on arm64?', 'yes'],
  ] as const)
    assert.equal(answerQuestion(question, one).verdict, verdict, question);
});

test('what is only planned does not say that it still is', () => {
  const says = 'It is expected that the Grainboard can be bought in May 2031.';
  const one = inventArchive(
    {
      '2031-W10': {
        text: `### Boards\n\n${says}\n`,
        facts: `- article: Boards\n  says: ${says}\n  about: [Grainboard]\n  status: planned\n  asks: [can i buy a grainboard?]\n`,
      },
    },
    '- { name: Grainboard, kind: [board] }\n',
  );
  assert.equal(answerQuestion('can i buy a grainboard?', one).verdict, 'planned');
  assert.notEqual(answerQuestion('is the grainboard still for sale?', one).verdict, 'planned');
});
