import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { shownOf } from '../ask-mill.ts';
import { inventArchive } from '../invented-archive.ts';

/** A program a place: each is said to run there, and nowhere else. */
const places = {
  Spoonfs: 'Arm',
  Ladle: 'ARMv8',
  Mugboot: 'the Raspberry Pi 3',
  Teapotd: 'armv6',
  Panlib: 'all architectures',
  Sieve: '32-bit Arm',
  Grater: 'Linux',
  Whisk: 'Debian 9',
  Forkd: 'Windows on arm64',
  Kettlectl: 'the Raspberry Pi',
  Tongs: 'Armv8.5',
  Trivet: 'arm64',
} as const;

const says = ([name, place]: readonly [string, string]) => `${name} runs on ${place}.`;
const all = Object.entries(places);
const archive = inventArchive({
  '2031-W07': {
    text: all.map((one) => `### ${one[0]}\n\n${says(one)}\n`).join('\n'),
    facts: all
      .map(
        (one) =>
          `- article: ${one[0]}\n  says: ${says(one)}\n  about: [${one[0]}]\n  on: [${one[1]}]\n  status: yes\n  asks: [is ${one[0]} out?]\n`,
      )
      .join(''),
  },
});

// question, verdict, why.
const table: readonly (readonly [question: string, verdict: VerdictWord, because: string])[] = [
  ['does spoonfs run on arm?', 'yes', 'the text says just that'],
  ['does spoonfs run on arm64?', 'yes', 'a bare “Arm” is 64-bit Arm in news of servers'],
  ['does spoonfs run on graviton?', 'yes', 'a Graviton is 64-bit Arm'],
  ['does spoonfs run on armv6?', 'unknown', 'a bare “Arm” says nothing of armv6'],
  ['does spoonfs run on armv7?', 'unknown', 'a bare “Arm” says nothing of armv7'],
  ['does spoonfs run on a pi zero?', 'unknown', 'a Pi Zero is armv6'],
  ['does spoonfs run on x86_64?', 'unknown', 'Arm is no x86'],
  ['does ladle run on arm64?', 'yes', 'ARMv8 is 64-bit Arm'],
  ['does ladle run on aarch64?', 'yes', 'aarch64 is ARMv8'],
  ['does ladle run on arm?', 'yes', 'ARMv8 is Arm'],
  ['does ladle run on armv7?', 'unknown', 'ARMv8 is not armv7'],
  ['does ladle run on aarch64 linux?', 'yes', 'what runs on aarch64, no system named, runs on Linux there'],
  ['does mugboot run on arm64?', 'yes', 'a Raspberry Pi 3 is 64-bit Arm'],
  ['does mugboot run on arm?', 'yes', 'a Raspberry Pi is Arm'],
  ['does mugboot run on a raspberry pi?', 'yes', 'a Raspberry Pi 3 is one'],
  ['does mugboot run on an odroid c2?', 'unknown', 'another board'],
  ['does mugboot run on a raspberry pi 4?', 'unknown', 'another board of the line'],
  ['does mugboot run on x86?', 'unknown', 'a Raspberry Pi is no x86'],
  ['does kettlectl run on a pi zero?', 'unknown', 'the Raspberry Pi of whichever kind is not the Zero'],
  ['does teapotd run on 32-bit arm?', 'yes', 'armv6 is 32-bit Arm'],
  ['does teapotd run on arm?', 'yes', 'armv6 is Arm'],
  ['does teapotd run on a raspberry pi zero?', 'yes', 'a Pi Zero is armv6'],
  ['does teapotd run on armv5?', 'unknown', 'nobody names armv5'],
  ['does teapotd run on armv7?', 'unknown', 'nobody names armv7'],
  ['does teapotd run on ppc64le?', 'unknown', 'nobody names ppc64le'],
  ['does tongs run on armv8.5?', 'yes', 'the text says just that'],
  ['does tongs run on arm64?', 'unknown', 'the extensions of Armv8.5 are not all of arm64'],
  ['does trivet run on armv8.5?', 'unknown', 'arm64 is not yet the extensions of Armv8.5'],
  ['does panlib run on arm64?', 'yes', 'all architectures are meant'],
  ['does panlib run on a raspberry pi 4?', 'yes', 'a Raspberry Pi 4 has one of all architectures'],
  ['does panlib run on windows?', 'unknown', 'an operating system is no architecture'],
  ['does sieve run on armv6?', 'yes', '32-bit Arm includes it'],
  ['does sieve run on arm64?', 'unknown', '32-bit Arm is not 64-bit'],
  ['does grater run on gentoo?', 'unknown', 'Linux is not each of its distributions'],
  ['does whisk run on linux?', 'yes', 'Debian is a Linux'],
  ['does whisk run on debian?', 'yes', 'Debian 9 is Debian'],
  ['does whisk run on ubuntu?', 'unknown', 'another distribution'],
  ['does forkd run on windows on arm64?', 'yes', 'the text says just that'],
  ['does forkd run on arm64?', 'unknown', 'Windows on arm64 is not arm64 at large'],
  ['does forkd run on aarch64 linux?', 'unknown', 'Windows on arm64 is no Linux'],
  ['does forkd run on windows?', 'unknown', 'Windows on arm64 is not Windows at large'],
];

describe('a place answers for what it means, and for nothing else', () => {
  for (const [question, verdict, because] of table) {
    test(`${question} ${verdict}: ${because}`, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.verdict, verdict, shownOf(answer));
      assert.equal(answer.answered, verdict !== 'unknown');
    });
  }
});

describe('the bare family beside a machine is what that machine’s processor is called', () => {
  const sayings: readonly (readonly [says: string, on: string])[] = [
    ['Quernd runs on the Millserver 70, an Arm system.', '[Millserver 70, Arm]'],
    ['Chaffql is built for Arm servers.', '[Arm servers, Arm]'],
    ['Hopperfs runs on the Raspberry Pi 4, an Arm board.', '[Raspberry Pi 4, Arm]'],
    ['Foodb runs on Arm and x86.', '[Arm, x86]'],
  ];
  const mills = inventArchive(
    {
      '2031-W07': {
        text: `### Mills\n\n${sayings.map(([text]) => text).join(' ')}\n`,
        facts: sayings
          .map(
            ([text, on]) =>
              `- article: Mills\n  says: ${text}\n  about: [${text.split(' ')[0]}]\n  on: ${on}\n  status: yes\n  asks: [is ${text.split(' ')[0]} out?]\n`,
          )
          .join(''),
      },
    },
    '- { name: Millserver 70, kind: [server] }\n- { name: Millserver 9, kind: [server] }\n',
  );
  for (const [question, verdict] of [
    ['does quernd run on a raspberry pi 3?', 'unknown'],
    ['does quernd run on a millserver 9?', 'unknown'],
    ['does chaffql run on a raspberry pi 3?', 'unknown'],
    ['does hopperfs run on a raspberry pi 3?', 'unknown'],
    ['does foodb run on a raspberry pi 3?', 'yes'],
    ['does hopperfs run on a raspberry pi 4?', 'yes'],
    ['does quernd run on arm?', 'yes'],
    ['does quernd run on arm64?', 'yes'],
    ['does chaffql run on arm64?', 'yes'],
  ] as const)
    test(`${question} ${verdict}`, () => {
      const answer = answerQuestion(question, mills);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });

  test('and what rests on the family alone says so', () => {
    const { notes } = answerQuestion('does foodb run on a raspberry pi 3?', mills);
    assert.deepEqual(notes, ['The issue says it of Arm, and does not name Raspberry Pi 3.']);
  });
});

describe('what is by a program, and bears its name, is another thing', () => {
  const sayings: readonly (readonly [says: string, about: string, status: string])[] = [
    ['Quernd Convoy runs on armv7 with two open issues.', 'Quernd Convoy', 'partly'],
    ['Millsoft Foodb runs on armv7.', 'Millsoft Foodb', '"yes"'],
    ['Grindd runs on armv7, where no press is at hand.', 'Grindd', '"yes"'],
  ];
  const mills = inventArchive(
    {
      '2031-W07': {
        text: `### Mills\n\n${sayings.map(([text]) => text).join(' ')}\n`,
        facts: sayings
          .map(
            ([text, about, status]) =>
              `- article: Mills\n  says: ${text}\n  about: [${about}]\n  on: [armv7]\n  status: ${status}\n  asks: [what of ${about.split(' ').at(-1)}?]\n`,
          )
          .join(''),
      },
    },
    [
      '- { name: Quernd, kind: [container runtime] }',
      '- { name: Quernd Convoy, kind: [container orchestrator], by: Quernd }',
      '- { name: Grindd, kind: [container runtime] }',
      '- { name: Grindd Press, kind: [container orchestrator], by: Grindd }',
      '- { name: Millsoft, kind: [company] }',
      '- { name: Millsoft Foodb, kind: [database], by: Millsoft }',
      '',
    ].join('\n'),
  );
  for (const [question, verdict] of [
    ['does quernd run on armv7?', 'unknown'],
    ['does quernd convoy run on armv7?', 'partly'],
    ['does convoy of quernd run on armv7?', 'partly'],
    ["does millsoft's database run on armv7?", 'yes'],
    // Nor the other way round.
    ['does grindd run on armv7?', 'yes'],
    ['does grindd press run on armv7?', 'unknown'],
  ] as const)
    test(`${question} ${verdict}`, () => {
      const answer = answerQuestion(question, mills);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });
});

describe('a name of one letter is no part of another word', () => {
  const letters = inventArchive(
    {
      '2031-W07': {
        text: '### Ladle\n\nThe port of Ladle to arm64 is at hub.example/r/ladle. The R&D team likes Ladle. R runs on armv6.\n',
        facts: [
          ['The port of Ladle to arm64 is at hub.example/r/ladle.', '[Ladle]', 'arm64'],
          ['The R&D team likes Ladle.', '[Ladle]', undefined],
          ['R runs on armv6.', '[R]', 'armv6'],
        ]
          .map(
            ([text, about, on]) =>
              `- article: Ladle\n  says: "${text}"\n  about: ${about}\n${on ? `  on: [${on}]\n  status: yes\n` : ''}  asks: [what of it?]\n`,
          )
          .join(''),
      },
    },
    '- { name: R, kind: [programming language] }\n',
  );
  for (const [question, verdict] of [
    ['is there a port of R to arm64?', 'unknown'],
    ['does R run on armv6?', 'yes'],
  ] as const)
    test(`${question} ${verdict}`, () => {
      const answer = answerQuestion(question, letters);
      assert.equal(answer.verdict, verdict, shownOf(answer));
      assert.ok(answer.citations.every(({ quote }) => !quote.includes('hub.example')));
    });
});

describe('not yet on a machine, and gone from an older architecture, are said of these alone', () => {
  const sayings: readonly (readonly [says: string, on: string, status: string])[] = [
    ['Work on Quernd for the Raspberry Pi 4 is under way.', 'Raspberry Pi 4', 'in-progress'],
    ['Hopperfs is dropped on armv6.', 'armv6', 'no'],
    ['Foodb runs on the Raspberry Pi 4.', 'Raspberry Pi 4', 'yes'],
  ];
  const mills = inventArchive({
    '2031-W07': {
      text: `### Mills\n\n${sayings.map(([text]) => text).join(' ')}\n`,
      facts: sayings
        .map(
          ([text, on, status]) =>
            `- article: Mills\n  says: ${text}\n  about: [${/Quernd|Hopperfs|Foodb/.exec(text)?.[0]}]\n  on: [${on}]\n  status: ${status}\n  asks: [what of it?]\n`,
        )
        .join(''),
    },
  });
  for (const [question, verdict] of [
    ['does quernd run on arm?', 'unknown'],
    ['does quernd run on a raspberry pi 4?', 'in-progress'],
    ['does hopperfs run on a raspberry pi 2?', 'unknown'],
    ['does hopperfs run on armv6?', 'no'],
    ['does foodb run on arm?', 'yes'],
  ] as const)
    test(`${question} ${verdict}`, () => {
      const answer = answerQuestion(question, mills);
      assert.equal(answer.verdict, verdict, shownOf(answer));
    });
});

describe('what is said of one model is said of no other, though both are one class of boards', () => {
  const says = 'Foodix supports the Orange Pi One and the Orange Pi Plus 2.';
  const boards = inventArchive({
    '2031-W07': {
      text: `### Boards\n\n${says}\n`,
      facts: `- article: Boards\n  says: ${says}\n  about: [Foodix]\n  on: [Orange Pi One, Orange Pi Plus 2]\n  status: yes\n  asks: [foodix on small boards?]\n`,
    },
  });
  for (const [question, verdict] of [
    ['does foodix run on the orange pi one?', 'yes'],
    ['does foodix run on the orange pi plus 2?', 'yes'],
    ['does foodix run on the orange pi?', 'yes'],
    ['does foodix run on the orange pi zero?', 'unknown'],
    ['does foodix run on the orange pi lite?', 'unknown'],
  ] as const)
    test(question, () => assert.equal(answerQuestion(question, boards).verdict, verdict));
});
