import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readWanted, type Wanted } from '#answering/asked-thing.ts';
import { type QuestionKind, readQuestionKind } from '#answering/question-kind.ts';
import { findTargetsInQuestion } from '#claims/find-targets.ts';

const kinds: Readonly<Record<QuestionKind, readonly string[]>> = {
  compat: [
    'does foodb run on armv6?',
    'will foodb work on my raspberry pi zero w?',
    'is foodb available for arm64?',
    'can i use foodb on a raspberry pi?',
    'is there a foodb for windows?',
    'are there arm64 binaries of foodb',
    'has foodb been ported to s390x?',
    'any arm64 build of foodb?',
    'anyone got foodb going on an odroid c2?',
    'do you know if foodb runs on arm64?',
    'hey, does foodb run on arm64?',
    'hi all! quick one: does foodb support riscv?',
    'we have a rack of thunderx machines, can we use foodb there?',
    'foodb on armv6',
    'foodb desktop native on apple silicon?',
    'foodb 100 available to customers?',
    'foodb graphics driver',
    'foodb armv6',
    'foodb osx',
    'foodb arm64 yet?',
    'is the foodb agent for arm64 out?',
    'is foodb ready?',
    'foodb supported?',
    'foodb multiarch yet?',
    'does foodb support clustering?',
    'doesnt foodb run on arm64?',
    "isn't foodb ported to arm64 yet?",
    'dose foodb run on arm64',
    'does foodb wrok on a rasberry pi 3',
    'would foodb be happy on a pi 2',
    'is foodb 2.0 released for arm64',
    'wondering if foodb runs on arm64',
    'i wonder whether foodb works on a pi zero',
    'foodb works on arm64, right?',
    'so foodb runs on arm64 now?',
    'thinking of running foodb on graviton, possible?',
    'what about foodb on arm64?',
    'how about foodb on windows?',
    'and on windows?',
  ],
  when: [
    'when will foodb be out for arm64?',
    'when was foodb 2.0 released?',
    'what date is the foodb release',
    'foodb release date',
    'in which month does foodb ship?',
    'how soon will foodb be available on arm64?',
    'when can i get foodb for arm',
    'do you know when foodb comes out?',
  ],
  since: ['since when does foodb run on arm64?', 'since when?', 'since when has foodb been on arm64'],
  link: [
    'do you have the roadmap item for foodb?',
    'link to foodb?',
    "where's foodb's source?",
    'where is the source code of foodb?',
    'where can i download foodb',
    'foodb website',
    'url for the foodb bug',
    'foodb github repo',
    'got a link for the foodb announcement?',
    'where do i report foodb bugs',
    'link?',
    'foodb source code',
    'can somebody paste the address of the foodb nightlies?',
    'could you point me to the foodb bug report',
  ],
  workaround: [
    'foodb on a pi 4 ignores the keyboard, anything I can do?',
    'foodb board shuts off under load fix',
    'foodb crash workaround',
    'any workaround for the foodb crash?',
    'how do i fix foodb on armv7?',
    'how can i get around the foodb crash',
    'is there a work-around for foodb?',
    'how to fix the foodb segfault',
    'how do we avoid the foodb crash on arm64',
    'any known problems with foodb on arm64?',
    'foodb keeps dying on my odroid, any fix?',
    "my foo board stays dark, what's up with that?",
    'foodb hangs when compiling on arm, how to get around it',
    'foodb only shows a blank screen on my pi',
    'foodb says something about the page size and crashes',
  ],
  'which-issues': [
    'which issues covered foodb?',
    'which issue mentions foodb',
    'in which issue was foodb covered?',
    'what issues talk about thunderx',
    'which newsletters were about foodb',
    'list of issues about foodb',
  ],
  'open-problems': [
    'which problems are still open?',
    'what issues are unresolved?',
    'which bugs are not fixed yet?',
    'any problems that remain unresolved?',
    'open problems?',
  ],
  'issue-contents': [
    "what's in week 41?",
    'what is in 2017-W41',
    'whats in issue 2017-W41?',
    'what was in week 41 of 2017?',
    'show me week 41',
    'contents of week 41',
    'summary of week 41',
    "what's new in week 41?",
  ],
  'whats-new': [
    "what's new in foodb?",
    'whats new in foodb 2.0',
    'what has changed in foodb 2.0?',
    'what is new with foodb',
  ],
  fact: [
    'what is foodb?',
    'who makes foodb?',
    'who leads the foodb project?',
    'how much does foodb cost?',
    'how many cores does the foo 2400 have?',
    'how fast is foodb',
    'how much memory does foodb need?',
    'which chip is in the foo board?',
    'why does foodb fail on arm64?',
    'what license is foodb under?',
    'which architectures does foodb support?',
    'latest version of foodb',
    'foodb price',
    'foodb pi 4 fps',
    'maximum ram of the foo board',
    'foo board display resolution',
    'foodb',
    'who won the world cup?',
    'what does foodb do?',
    'how does foodb work?',
    'on which boards does foodb boot?',
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
});

// What kind of thing would answer.
const wanted: Readonly<Record<Wanted, readonly string[]>> = {
  price: [
    'how much does foodb cost?',
    'what is the price of the foo board?',
    'how much is the foo board?',
    'foo board msrp',
    'how much was paid for foo corp?',
  ],
  number: [
    'how many cores does it have?',
    'how many cores has the foo processor?',
    'how much bandwidth does foodb save?',
    'how fast is it?',
    'how long has foodb supported mips?',
  ],
  date: ['when is it out?', 'what date is the release?', 'what is the deadline?'],
  version: [
    'which version of foodb is the newest?',
    'latest version of foodb',
    'what version of foodb supports arm64?',
    'since which kernel is the foo board supported?',
  ],
  person: [
    'who pays for the foodb builds?',
    'who sells boards with the foo chip?',
    'who made foodb?',
    'who is the maintainer of foodb?',
    'foodb author',
  ],
  chip: ['which chip is in the foo board?', 'what soc does the foo board use?'],
  reason: ['why does foodb fail on arm64?', 'how come foodb fails on arm64?'],
  place: ['in which regions is foodb cloud?', 'which city has the next foocon?', 'where is foocon this year?'],
  license: ['what license is foodb under?', 'foodb licence'],
  setting: ['which kernel option does foodb need?', 'what flag turns foodb logging off?'],
  any: ['what is foodb?', 'foodb', 'how does foodb work?', 'what does foodb say when it starts'],
};

describe('the words of a question tell what kind of thing answers it', () => {
  for (const [kind, questions] of Object.entries(wanted))
    for (const question of questions) test(`${kind}: ${question}`, () => assert.equal(readWanted(question), kind));
});
