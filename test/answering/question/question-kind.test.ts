import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kindRules, type QuestionKind, readQuestionKind } from '#answering/question/question-kind.ts';
import { findTargetsInQuestion } from '#targets/finding/find-targets.ts';

const kinds: Readonly<Record<QuestionKind, readonly string[]>> = {
  compat: [
    'does foodb run on armv6?',
    'will foodb work on my raspberry pi zero w?',
    'is foodb available for arm64?',
    'can i use foodb on a raspberry pi?',
    'is there a foodb for windows?',
    'are there arm64 binaries of foodb',
    'has foodb been ported to s390x?',
    'any build of foodb?',
    'anyone got foodb going on an odroid c2?',
    'do you know if foodb runs on arm64?',
    'hey, does foodb run on arm64?',
    'hi all! quick one: does foodb support riscv?',
    'we have a rack of thunderx machines, can we use foodb there?',
    'foodb arm64 yet?',
    'is the foodb agent for arm64 out?',
    'is foodb ready?',
    'foodb supported?',
    'foodb graphics driver',
    'does foodb support clustering?',
    "doesn't foodb run on arm64?",
    "isn't foodb ported to arm64 yet?",
    'would foodb be happy on a pi 2',
    'wondering if foodb runs on arm64',
    'i wonder whether foodb works on a pi zero',
    'thinking of running foodb on graviton, possible?',
    'foodb on a pi cluster, doable?',
    'what about foodb on arm64?',
    'how about foodb on windows?',
    'and on windows, does it work?',
    'where does the arm64 port of foodb stand?',
    'how far is foodb on armv6?',
    'does the foodb repo build on arm64?',
    'does foodb 1.9 fix the crash on armv6?',
    'where i work we need foodb on arm64. do they have binaries for it?',
  ],
  when: [
    'when will foodb be out for arm64?',
    'when was foodb 2.0 released?',
    'what date is the foodb release',
    'foodb release date',
    'in which month does foodb ship?',
    'how soon will foodb be available on arm64?',
    'foodb 2.0 when released',
    'foo board when available?',
    'do you know when foodb comes out?',
    'what is the deadline?',
  ],
  where: [
    'link to foodb?',
    "where's foodb's source?",
    'where i can get foodb?',
    'where is the source code of foodb?',
    'where can i download foodb',
    'is there a podcast on foodb?',
    'is there any review of the foo board?',
    'foodb website',
    'url for the foodb bug',
    'foodb github repo',
    'got a link for the foodb announcement?',
    'foodb source code',
    'where is the foodb repo?',
    'is there a list of boards that run foodix?',
    'are there any good guides to foodb?',
  ],
  how: [
    'i need foodb on armv6 without an emulator, any trick?',
    'foodb hangs on my pi, any ideas?',
    'how do i install foodb?',
    'foodb crash workaround',
    'any workaround for the foodb crash?',
    'foodb tells me nothing. how else can i see the chip?',
    'how can i get around the foodb crash',
    'is there a work-around for foodb?',
    'how to fix the foodb segfault',
    'what should i use instead?',
    'how does foodb work?',
    'how well does it run?',
  ],
  amount: [
    'how loud is the foobox?',
    'how hot does foobox run?',
    'how quick is foodb on arm64?',
    'how quickly does foodb start?',
    'how much does foodb cost?',
    'what is the price of the foo board?',
    'how many cores does it have?',
    'how fast is it?',
    'foo board msrp',
    'foodb price',
    'how little memory can i run foodb with?',
    'memory needed for foodb',
    'disk space required by foodb on arm64',
    'RAM of the foo board',
    'what is the bandwidth of the foo board in GB/s?',
    'foo board draw in watts',
  ],
  version: [
    'which version of foodb is the newest?',
    'latest version of foodb',
    'latest foodb for arm64',
    'the newest foodb on windows?',
    'what version of foodb supports arm64?',
    'since which kernel is the foo board supported?',
    'foo board kernel version arm64',
  ],
  who: [
    'who makes foodb?',
    'who leads the foodb project?',
    'which company sells the foo board?',
    'by whom was it ported?',
    'foodb on arm64 who offers it',
    'java for arm, who ships that',
  ],
  why: [
    'why does foodb fail on arm64?',
    'how come foodb fails on arm64?',
    'what is the reason for it?',
    'lol why did foodb die in the shed',
  ],
  list: [
    'which databases run on arm64?',
    'what runs on arm64?',
    'list all boards with foodb',
    'which architectures does foodb support?',
    'what software is there for riscv?',
  ],
  what: ['what is foodb?', 'what is a foo board', 'foodb performance on arm64', 'foo board speed', 'foodb benchmark'],
  any: [
    'foodb',
    'foodb on armv6',
    'foodb armv6',
    'foodb osx',
    'what about foodb?',
    'foo board display resolution',
    'storage for foodb',
  ],
};

describe('the form of a question tells what kind it is', () => {
  for (const [kind, questions] of Object.entries(kinds)) {
    for (const question of questions) {
      test(`${kind}: ${question}`, () => {
        assert.equal(readQuestionKind(question, findTargetsInQuestion(question).length > 0), kind);
      });
    }
  }

  test('however the apostrophe is typed', () => {
    for (const question of ['where’s the source?', 'where`s the source?'])
      assert.equal(readQuestionKind(question, false), 'where');
  });
});

describe('each form is decided by its own rule', () => {
  for (const { kind, purpose, example } of kindRules)
    test(`${purpose}: ${example}`, () => {
      const first = kindRules.find(({ pattern }) => pattern.test(example));
      assert.deepEqual([first?.kind, first?.purpose], [kind, purpose]);
      assert.equal(readQuestionKind(example, false), kind);
    });
});
