import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answers/answer-question.ts';
import { inventArchive } from './invented-archive.ts';

const subjects = `
- { name: Flourix Linux, kind: [distribution] }
- { name: Flourix, kind: [distribution] }
- { name: NanoMill F3, kind: [board] }
- { name: Nammilo API, also: [nammilo], kind: [library] }
- { name: Saltdb, kind: [database] }
- { name: Gristc, kind: [compiler] }
- { name: Crustshell, kind: [shell] }
- { name: Sackmill, kind: [tool] }
- { name: Millstone X1, kind: [board] }
- { name: Millstone X2, kind: [board] }
- { name: Stonewall, kind: [hypervisor] }
`;

const text = `---
title: Mill Weekly 20
---

### Boards

Joan Rye's NanoMill F3 cluster grinds 600 sacks in an hour. Nammilo works with every API of the mill. Stonewall runs on the
Millstone X1. Flourix Linux is made for the Raspberry Pi. Flourix runs on armv7. Flourix does not run on armv5.

### Programs

Saltdb runs on arm64. Gristc 8.1 supports big sacks. Crustshell runs on Linux on 32-bit and in 64-bit Arm. Sackmill has
about 5200 packages on arm64. In March 2031 Sackmill got a new logo. The campaign of Sackmill raised 7,900 euros.
`;

const facts = `
- article: Boards
  says: Joan Rye's NanoMill F3 cluster grinds 600 sacks in an hour.
  about: [NanoMill F3, Joan Rye]
  asks: [how fast is joan rye's cluster?]
- article: Boards
  says: Nammilo works with every API of the mill.
  about: [Nammilo API]
  asks: [what does nammilo work with?]
- article: Boards
  says: Stonewall runs on the Millstone X1.
  about: [Stonewall]
  on: [Millstone X1]
  status: yes
  asks: [does stonewall run on a millstone x1?]
- article: Boards
  says: Flourix Linux is made for the Raspberry Pi.
  about: [Flourix Linux]
  on: [Raspberry Pi]
  status: yes
  asks: [what is flourix linux made for?]
- article: Boards
  says: Flourix runs on armv7.
  about: [Flourix]
  on: [armv7]
  status: yes
  asks: [does flourix run on armv7?]
- article: Boards
  says: Flourix does not run on armv5.
  about: [Flourix]
  on: [armv5]
  status: no
  asks: [is armv5 still supported in flourix?]
- article: Programs
  says: Saltdb runs on arm64.
  about: [Saltdb]
  on: [arm64]
  status: yes
  asks: [does saltdb run on arm64?]
- article: Programs
  says: Gristc 8.1 supports big sacks.
  about: [Gristc]
  on: [big sacks]
  status: yes
  asks: [can gristc do big sacks?]
- article: Programs
  says: Crustshell runs on Linux on 32-bit and in 64-bit Arm.
  quote: Crustshell runs on Linux on 32-bit and in 64-bit Arm.
  about: [Crustshell]
  on: [Linux on 32-bit Arm, Linux on arm64]
  status: yes
  asks: [does crustshell run on 32-bit arm?]
- article: Programs
  says: Sackmill has about 5200 packages on arm64.
  about: [Sackmill]
  on: [arm64]
  status: yes
  asks: [how many packages of sackmill are on arm64?]
- article: Programs
  says: In March 2031 Sackmill got a new logo.
  about: [Sackmill]
  asks: [when did sackmill get its logo?]
- article: Programs
  says: The campaign of Sackmill raised 7,900 euros.
  about: [Sackmill]
  asks: [how much did the campaign of sackmill raise?]
`;

const archive = inventArchive({ '2031-W20': { text, facts } }, subjects);
const ask = (question: string) => answerQuestion(question, archive);

describe('a slip is read by the company it is in', () => {
  for (const [question, said] of [
    ["how fast is joan rye's nanmill f3 cluster?", /600 sacks/],
    ['does salt db run on arm64?', /^Saltdb runs on arm64/],
    ['how much mony did the campaign of sackmill raise?', /7,900 euros/],
  ] as const)
    test(question, () => assert.match(ask(question).lead, said));
});

describe('what has a longer name is another thing', () => {
  test('a distribution is not all of Linux', () => {
    const { verdict, lead } = ask('does flourix linux run on an orange pi?');
    assert.deepEqual([verdict, lead.includes('Flourix')], ['unknown', true]);
  });

  test('a kind of Linux that nobody wrote about', () => {
    assert.match(ask('does Rapid Linux run on arm64?').lead, /nothing about “Rapid Linux”/);
  });

  test('another model of a line of boards', () => {
    assert.equal(ask('does stonewall run on a millstone x1?').verdict, 'yes');
    assert.notEqual(ask('does stonewall run on a millstone x2?').verdict, 'yes');
  });
});

describe('what is meant by a number', () => {
  test('a version by its first number', () => assert.match(ask('can gristc 8 do big sacks?').lead, /^Gristc 8\.1/));
  test('32 bits beside 64 bits', () => assert.equal(ask('is there a crustshell for 32 bit arm?').verdict, 'yes'));
  test('a year is no amount', () => assert.match(ask('how many packages does sackmill have?').lead, /5200/));
});

describe('a system and the architectures under it', () => {
  test('an architecture that a system dropped', () => {
    assert.equal(ask('is armv5 still supported in flourix?').verdict, 'no');
  });

  test('what runs on an architecture runs on Linux there', () => {
    assert.equal(ask('does saltdb run on arm64 linux?').verdict, 'yes');
    assert.notEqual(ask('does saltdb run on arm64 windows?').verdict, 'yes');
  });
});
