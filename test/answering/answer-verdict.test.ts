import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { inventArchive } from './invented-archive.ts';
import { kitchenArchive } from './kitchen-archive.ts';

// question, verdict, the words of the article that prove it.
type Row = readonly [question: string, verdict: VerdictWord, proof: RegExp];

const runs = /runs on armv6, armv7, aarch64 and x86_64/;
const lacks = /no Teapotd for Windows or Mac/;

function expect(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [question, verdict, proof] of rows) {
      test(`${question} – ${verdict}`, () => {
        const answer = answerQuestion(question, kitchenArchive);
        assert.equal(answer.verdict, verdict, answer.lead);
        assert.equal(answer.answered, true);
        assert.match(answer.citations[0]?.quote ?? '', proof);
      });
    }
  });
}

expect('the verdict is what the sentence says of the asked target', [
  ['does teapotd run on armv6?', 'yes', runs],
  ['does teapotd run on x86_64?', 'yes', runs],
  ['does teapotd run on windows?', 'no', lacks],
  ['does teapotd run on macos?', 'no', lacks],
  ['is kettlectl available for arm64?', 'yes', /3\.1 is available for arm64/],
  ['is the whisk agent for arm64 out?', 'planned', /agent for 64-bit Arm later this year/],
  ['does grater run on armv5?', 'no', /no longer runs on armv5/],
  ['does grater run on armv7?', 'yes', /otherwise it runs on armv7/],
  ['does mugboot boot on a raspberry pi 3?', 'yes', /boots on the Raspberry Pi 3/],
]);

expect('however it is asked', [
  ['teapotd armv6', 'yes', runs],
  ['teapotd on armv6', 'yes', runs],
  ['TEAPOTD ON ARMV6???', 'yes', runs],
  ['teapot d on armv6?', 'yes', runs],
  ['taepotd armv6', 'yes', runs],
  ['does teapodt run on aarch64', 'yes', runs],
  ['hey folks, happy friday! we are wondering if teapotd would be happy on our armv7 boards?', 'yes', runs],
  ['can i install teapotd on my mac?', 'no', lacks],
  ['teapotd osx', 'no', lacks],
  ['teapotd for win10?', 'no', lacks],
  ['does teapotd NOT run on windows?', 'no', lacks],
  ['what about teapotd on armv6?', 'yes', runs],
  ['is teapotd supported on arm 64?', 'yes', runs],
  ['ist teapotd armv6 ok', 'yes', runs],
]);

expect('one name stands for another', [
  ['does teapotd run on arm64?', 'yes', runs],
  ['does teapotd run on armv8?', 'yes', runs],
  ['does teapotd run on amd64?', 'yes', runs],
  ['does teapotd run on x64?', 'yes', runs],
  ['does teapotd run on armhf?', 'yes', runs],
]);

describe('two targets in one question', () => {
  test('both run: yes', () =>
    assert.equal(answerQuestion('does teapotd run on armv6 and arm64?', kitchenArchive).verdict, 'yes'));

  test('a denial of one is never told as a denial of the other', () => {
    const { lead } = answerQuestion('does teapotd run on windows or arm64?', kitchenArchive);
    assert.doesNotMatch(lead, /not run on .*arm64/);
  });

  test('nor is a yes for one told as a yes for both', () => {
    const { lead } = answerQuestion('does teapotd run on arm64 and windows?', kitchenArchive);
    assert.doesNotMatch(lead, /^Yes, .*windows/i);
  });
});

describe('the lead says in words what the verdict says', () => {
  const leads: readonly (readonly [question: string, lead: string])[] = [
    ['does teapotd run on armv6?', 'Yes, Teapotd runs on armv6.'],
    ['teapotd windows', 'No, Teapotd does not run on Windows.'],
    ['does teapotd run on a raspberry pi zero?', 'Yes, Teapotd runs on a Raspberry Pi Zero.'],
    ['does teapotd run on riscv?', 'The archive does not say whether Teapotd runs on riscv64.'],
    ['taepotd armv6', 'Yes, Teapotd runs on armv6.'],
  ];
  for (const [question, lead] of leads)
    test(question, () => assert.equal(answerQuestion(question, kitchenArchive).lead, lead));
});

describe('an inference is told as one', () => {
  const notes: readonly (readonly [question: string, note: RegExp])[] = [
    ['does teapotd run on a raspberry pi zero?', /^A Raspberry Pi Zero is armv6\.$/],
    ['will teapotd work on my odroid c2?', /^An ODROID-C2 is arm64\.$/],
    ['does spoonfs run on arm64?', /“Arm”.*arm64/],
    ['does panlib run on arm64?', /all architectures.*arm64/],
    ['does mugboot run on arm64?', /Raspberry Pi 3.*arm64/],
    ['does teapotd run on an m1 mac?', /^(?!A A).*macOS/],
  ];
  for (const [question, note] of notes) {
    test(question, () => {
      const answer = answerQuestion(question, kitchenArchive);
      assert.ok(
        answer.notes.some((text) => note.test(text)),
        `${answer.lead} ${answer.notes.join(' ')}`,
      );
    });
  }

  test('and what stands there needs no such note', () => {
    assert.deepEqual(answerQuestion('does teapotd run on armv6?', kitchenArchive).notes, []);
  });
});

test('the proof names the target that was asked about, when a sentence of the article does', () => {
  const archive = kitchenArchive;
  for (const target of ['armv6', 'armv7', 'aarch64', 'x86_64', 'Windows', 'Mac']) {
    const { citations } = answerQuestion(`does teapotd run on ${target}?`, archive);
    assert.ok(citations[0]?.quote.includes(target), `${target}: ${citations[0]?.quote}`);
  }
});

describe('a product that is called like an ordinary word', () => {
  const archive = inventArchive({
    '2031-W07':
      '### Go 4\n\nGo 4 runs on arm64. There is no Go 4 for armv5.\n\n### Firefoo board\n\nThe Firefoo board with arm64 is now available and on sale.\n',
  });
  for (const [question, verdict] of [
    ['does go run on arm64?', 'yes'],
    ['does Go run on arm64?', 'yes'],
    ['go on armv5', 'no'],
    ['is there a go 4 for armv5?', 'no'],
    ['go arm64', 'yes'],
  ] as const) {
    test(`${question} – ${verdict}`, () => {
      const answer = answerQuestion(question, archive);
      assert.equal(answer.verdict, verdict, `${answer.lead} ${answer.citations[0]?.quote}`);
      assert.equal(answer.citations[0]?.source.heading, 'Go 4');
    });
  }
});

describe('a question about another name is not answered by a sentence that merely stands near', () => {
  const archive = inventArchive({
    '2031-W07':
      '### Rustle on Arm\n\n"Rustle runs fast, prevents crashes, and guarantees safety." Rustle 1.18 has been released for Arm.\n\n### Databases for arm64\n\nPostfoo is an alternative to Myfoo, though not by any means a drop-in replacement. Postfoo is listed with arm64 versions.\n',
  });
  test('what prevents a fault is no denial', () => {
    const { verdict, lead } = answerQuestion('does rustle run on armv7?', archive);
    assert.notEqual(verdict, 'no', lead);
  });

  test('the proof speaks of the target', () => {
    const { citations } = answerQuestion('does postfoo run on arm64?', archive);
    assert.match(citations[0]?.quote ?? '', /arm64/);
  });

  test('a claim on a requirement and a drop of it is no yes', () => {
    const dropped = inventArchive({
      '2031-W07':
        '### Pannier on small boards\n\nPannier support for the oldest boards requires ARMv6 support; this support had been dropped in Pannier 17.\n',
    });
    assert.notEqual(answerQuestion('does pannier run on armv6?', dropped).verdict, 'yes');
  });
});
