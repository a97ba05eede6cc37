import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ask, shownOf } from '../ask-mill.ts';

describe('what a name of an architecture stands for is told, without a word of the archive', () => {
  for (const [question, lead] of [
    ['what is aarch64?', /^aarch64 stands for arm64, which is an architecture here; other names of it: /],
    ['what is armv6', /^armv6 is an architecture here/],
    ['what does armhf stand for?', /^armhf stands for armv7, which is an architecture here/],
    ['what is x86?', /^x86 is a family of architectures here: x86_64, i386\.$/],
    ['is aarch64 the same as arm64?', /^Here aarch64 and arm64 are two names of one thing, arm64\.$/],
    ['are armhf and armv7 the same?', /two names of one thing, armv7/],
    [
      "what's the difference between armv7 and arm64?",
      /^armv7 is an architecture here.* arm64 is an architecture here/,
    ],
  ] as const)
    test(question, () => {
      const answer = ask(question);
      assert.match(answer.lead, lead, shownOf(answer));
      assert.deepEqual([answer.answered, answer.verdict, answer.citations], [true, undefined, []]);
    });
});

describe('not where anything else is asked', () => {
  for (const question of [
    'what runs on arm64?',
    'does quernd run on aarch64?',
    'is armv6 supported by quernd?',
    'what is the price of an arm64 board?',
    'what is the raspberry pi 4?',
    'what is flurble64?',
  ])
    test(question, () => assert.doesNotMatch(ask(question).lead, /stands for|an architecture here|two names/));
});
