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
