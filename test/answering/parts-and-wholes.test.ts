import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answerQuestion } from '#answering/answer-question.ts';
import { inventArchive } from './invented-archive.ts';

const archive = inventArchive({
  '2031-W07': `### Wokd 4 on many boards

Wokd 4 can be had for arm64 and x86_64. On the Raspberry Pi 4 there is no driver yet for the touch panel, so a mouse is needed. Packages for Ubuntu are for x86_64 only.

The Lidmail plug-in runs there too, Ovenmail doesn't.

### Panmail 10

Panmail 10 was released on May 4, for armv7 or later.

### Panmail 12

The new one, due on June 10, asks for arm64.
`,
});

const verdictOf = (question: string) => answerQuestion(question, archive).verdict;

describe('the whole and its parts', () => {
  test('a lack of one part is “partly” for the whole, and “no” for the part', () => {
    assert.equal(verdictOf('does wokd run on a raspberry pi 4?'), 'partly');
    assert.equal(verdictOf('is there a wokd driver for the touch panel on the raspberry pi 4?'), 'no');
  });

  test('what is granted to others grants nothing to the part that was asked for', () => {
    assert.equal(verdictOf('are there wokd packages for ubuntu on arm64?'), 'no');
    assert.equal(verdictOf('does wokd run on arm64?'), 'yes');
  });

  test('each part has the status of its own clause', () => {
    assert.equal(verdictOf('does the lidmail plug-in run on wokd?'), 'yes');
    assert.equal(verdictOf('does the ovenmail plug-in run on wokd?'), 'no');
  });
});

describe('what works after a fashion', () => {
  const fashions = inventArchive({
    '2031-W09': `### Wokd for aarch64

A genuine arm64 build of Wokd isn't offered. It runs on arm64 kernels too if their 32-bit mode is on.

### Lidmail on arm64

Lidmail boots on the Tarn One, an arm64 laptop. Audio, camera and suspend are missing.

### Ovenmail and arm64

Ovenmail does not run on arm64. Readers might find the emulator helpful, if they have time.
`,
  });
  const verdictIn = (question: string) => answerQuestion(question, fashions).verdict;

  test('a no with a way round in the next sentence is “partly”', () => {
    assert.equal(verdictIn('does wokd run on arm64?'), 'partly');
  });

  test('so is a yes whose next sentence lists what is missing', () => {
    assert.equal(verdictIn('does lidmail run on the tarn one with arm64?'), 'partly');
  });

  test('what somebody might do is no way round', () => {
    assert.equal(verdictIn('does ovenmail run on arm64?'), 'no');
  });
});

describe('versions', () => {
  test('older than the oldest that is named is a no', () => {
    assert.equal(verdictOf('does panmail 10 run on armv6?'), 'no');
    assert.equal(verdictOf('does panmail 10 run on armv7?'), 'yes');
  });

  test('an article on another version is not asked', () => {
    const answer = answerQuestion('when will panmail 12 be out?', archive);
    assert.match(answer.citations[0]?.quote ?? '', /June 10/);
  });
});

describe('a question about a fault', () => {
  const faults = inventArchive({
    '2031-W08': '### Potd loses letters\n\nThe bug hits Potd on armv7. Potd on s390x is not affected.\n',
  });
  test('is answered yes where it fails, and no where it is spared', () => {
    assert.equal(answerQuestion('does potd have the bug on armv7 as well?', faults).verdict, 'yes');
    assert.equal(answerQuestion('does the potd bug affect s390x too?', faults).verdict, 'no');
  });
});
