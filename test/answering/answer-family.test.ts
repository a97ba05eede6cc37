import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import type { VerdictWord } from '#conversation/reply.ts';
import { kitchenArchive } from './kitchen-archive.ts';

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
  ['does mugboot run on arm64?', 'yes', 'a Raspberry Pi 3 is 64-bit Arm'],
  ['does mugboot run on arm?', 'yes', 'a Raspberry Pi is Arm'],
  ['does mugboot run on a raspberry pi?', 'yes', 'a Raspberry Pi 3 is one'],
  ['does mugboot run on an odroid c2?', 'unknown', 'another board'],
  ['does mugboot run on x86?', 'unknown', 'a Raspberry Pi is no x86'],
  ['does teapotd run on 32-bit arm?', 'yes', 'armv6 and armv7 are 32-bit Arm'],
  ['does teapotd run on arm?', 'yes', 'armv6 is Arm'],
  ['does teapotd run on armv5?', 'unknown', 'nobody names armv5'],
  ['does teapotd run on ppc64le?', 'unknown', 'nobody names ppc64le'],
  ['does panlib run on arm64?', 'yes', 'all architectures are meant'],
  ['does panlib run on a raspberry pi 4?', 'yes', 'a Raspberry Pi 4 has one of all architectures'],
  ['does panlib run on windows?', 'unknown', 'an operating system is no architecture'],
  ['does sieve run on arm64?', 'yes', 'the text says just that'],
  ['does sieve run on x86_64?', 'yes', '64-bit x86 is x86_64'],
];

describe('a family answers for the members that it means, and for no others', () => {
  for (const [question, verdict, because] of table) {
    test(`${question} ${verdict}: ${because}`, () => {
      const answer = answerQuestion(question, kitchenArchive);
      assert.equal(answer.verdict, verdict, `${answer.lead} ${answer.citations[0]?.quote}`);
      assert.equal(answer.answered, verdict !== 'unknown');
    });
  }
});
