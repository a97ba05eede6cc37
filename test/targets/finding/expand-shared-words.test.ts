import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findTargets } from '#targets/finding/find-targets.ts';

const idsIn = (text: string) => findTargets(text).map(({ target }) => target.id);

describe('neighbours share words', () => {
  for (const [text, ids] of [
    ['armv6/7', ['armv6', 'armv7']],
    ['armv6 and 7', ['armv6', 'armv7']],
    ['arm32 and 64', ['arm32', 'arm64']],
    ['Raspberry Pi 2/3/4', ['raspberry-pi-2', 'raspberry-pi-3', 'raspberry-pi-4']],
    ['Raspberry Pi 2, 3, and 4 are fine', ['raspberry-pi-2', 'raspberry-pi-3', 'raspberry-pi-4']],
    ['Raspberry Pi 3 or Zero boards', ['raspberry-pi-3', 'raspberry-pi-zero']],
    ['32 and 64-bit Arm', ['arm32', 'arm64']],
    ['32-bit as well as 64-bit Arm', ['arm32', 'arm64']],
  ] as const)
    test(text, () => assert.deepEqual(idsIn(text), ids));
});

describe('a number beside a target is none', () => {
  for (const [text, ids] of [
    // Of a processor and a device, neither has the other's words.
    ['arm64/4gb', ['arm64']],
    ['arm 64-bit/4gb', ['arm64']],
    ['arm64/v8/2gb', ['arm64']],
    ['arm64 and 2gb of memory', ['arm64']],
    ['Raspberry Pi 3 and 4 screws', ['raspberry-pi-3']],
    ['Raspberry Pi 3 and 99 are fine', ['raspberry-pi-3']],
    ['armv7/500', ['armv7']],
    ['version 1.32 and Arm', ['arm']],
  ] as const)
    test(text, () => assert.deepEqual(idsIn(text), ids));
});

test('each stands where its part of the text is', () => {
  const text = 'on armv6/7 and 32- and 64-bit Arm';
  assert.deepEqual(
    findTargets(text).map(({ start, end }) => text.slice(start, end)),
    ['armv6', '7', '32', '64-bit Arm'],
  );
});
