import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { findTargets } from '#targets/finding/find-targets.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';
import { busyMs } from '../../security/busy-time.ts';

// What a text names, in its order; written by hand, not from the data.
const cases: readonly [text: string, ids: string][] = [
  // Architectures, in all spellings.
  ['arm64', 'arm64'],
  ['ARM64', 'arm64'],
  ['arm 64', 'arm64'],
  ['arm-64', 'arm64'],
  ['aarch64', 'arm64'],
  ['AArch 64', 'arm64'],
  ['armv8', 'arm64'],
  ['ARM v8', 'arm64'],
  ['Armv8-A', 'arm64'],
  ['ARMv8 as well', 'arm64'],
  ['arm/v8', 'arm64'],
  ['linux/arm64/v8', 'arm64'],
  ['arm64v8/redis', 'arm64'],
  ['64 bit ARM', 'arm64'],
  ['64bit Arm', 'arm64'],
  ['64-bit Arm architecture', 'arm64'],
  ['Arm (64-bit)', 'arm64'],
  ['ARM 64-bit', 'arm64'],
  ['64-bit Armv8-A', 'arm64'],
  ['ARMv8.2', 'arm64'],
  ['tool_1.2_linux_arm64.tar.gz', 'linux arm64'],
  ['armv7', 'armv7'],
  ['armv 7', 'armv7'],
  ['armhf', 'armv7'],
  ['armv7l', 'armv7'],
  ['armhfp', 'armv7'],
  ['arm32v7', 'armv7'],
  ['linux/arm/v7', 'armv7'],
  ['32-bit ARMv7', 'armv7'],
  ['tool-armhf.deb', 'armv7'],
  ['armv6', 'armv6'],
  ['armv6hf', 'armv6'],
  ['arm32v6', 'armv6'],
  ['ARMv6l', 'armv6'],
  ['armel', 'armv5'],
  ['arm32v5', 'armv5'],
  ['armv5te', 'armv5'],
  ['Cortex-M4', 'cortex-m'],
  ['amd64', 'x86_64'],
  ['x86-64', 'x86_64'],
  ['x86_64', 'x86_64'],
  ['x64', 'x86_64'],
  ['x86 64-bit', 'x86_64'],
  ['Intel 64', 'x86_64'],
  ['i686', 'i386'],
  ['i386', 'i386'],
  ['IA-32', 'i386'],
  ['32-bit x86', 'i386'],
  // In news of Arm, 32-bit code is code for Arm, where nothing else is named.
  ['32-bit programs', 'arm32'],
  ['32 bit binaries', 'arm32'],
  ['32bit userland', 'arm32'],
  ['x86', 'x86'],
  ['ppc64el', 'ppc64le'],
  ['POWER8', 'ppc64le'],
  ['Power 9', 'ppc64le'],
  ['little-endian POWER', 'ppc64le'],
  ['ppc64', 'ppc64'],
  ['PowerPC', 'powerpc'],
  ['s390x', 's390x'],
  ['IBM Z', 's390x'],
  ['z Systems', 's390x'],
  ['two mainframes', 's390x'],
  ['LinuxONE', 's390x'],
  ['mips64el', 'mips64el'],
  ['RISC-V', 'riscv64'],
  ['rv64', 'riscv64'],
  ['32-bit RISC-V', 'riscv32'],
  ['loongarch', 'loongarch64'],
  ['WASM', 'wasm'],
  ['Itanium and PA-RISC', 'ia64 hppa'],
  // Families, and words shared between neighbours.
  ['Windows: see 10:30', 'windows'],
  ['builds for Arm', 'arm'],
  ['an ARM-based board', 'arm'],
  ['support for arm processors', 'arm'],
  ['32-bit ARM', 'arm32'],
  ['32-bit and 64-bit ARM', 'arm32 arm64'],
  ['32- and 64-bit Arm', 'arm32 arm64'],
  ['64- or 32-bit Arm', 'arm64 arm32'],
  ['32/64-bit Arm', 'arm32 arm64'],
  ['arm32/64', 'arm32 arm64'],
  ['ARM (32 and 64 bit)', 'arm32 arm64'],
  ['armv7/8', 'armv7 arm64'],
  ['Armv7/Armv8', 'armv7 arm64'],
  ['armv7 and armv8', 'armv7 arm64'],
  ['armv6/v7 images', 'armv6 armv7'],
  ['POWER8/9', 'ppc64le ppc64le'],
  ['x86/ARM', 'x86 arm'],
  ['ARM/AArch64', 'arm arm64'],
  ['multiarch images', 'multi-arch'],
  ['a multi-platform image', 'multi-arch'],
  ['armv5, armv6, armv7, aarch64, i386 and x86_64', 'armv5 armv6 armv7 arm64 i386 x86_64'],
  // Devices.
  ['Raspberry-Pi 3B', 'raspberry-pi-3'],
  ['raspberrypi3', 'raspberry-pi-3'],
  ['Raspberry Pi 3 Model B+', 'raspberry-pi-3'],
  ['RPi 3', 'raspberry-pi-3'],
  ['the Pi 3', 'raspberry-pi-3'],
  ['Raspberry Pi 2/3', 'raspberry-pi-2 raspberry-pi-3'],
  ['Raspberry Pi 2, 3 and 4 boards', 'raspberry-pi-2 raspberry-pi-3 raspberry-pi-4'],
  ['Raspberry Pi 3 and Zero', 'raspberry-pi-3 raspberry-pi-zero'],
  ['Pi Zero W', 'raspberry-pi-zero'],
  ['Raspberry Pi Zero 2 W', 'raspberry-pi-zero-2'],
  ['Raspberry Pi 3 compute module', 'raspberry-pi-cm3'],
  ['a cluster of raspberry pis', 'raspberry-pi'],
  ["the Raspberry Pi's kernel", 'raspberry-pi'],
  ['Raspberry Pi 4 GB', 'raspberry-pi'],
  ['Raspberry Pi 4 with 4 GB', 'raspberry-pi-4'],
  ['Raspberry Pi Pico', 'raspberry-pi-pico'],
  ['Odroid C0/C1/C2', 'odroid-c0 odroid-c1 odroid-c2'],
  ['ODROID-XU4', 'odroid-xu4'],
  ['Rock64, RockPro64 and Pine64', 'rock64 rockpro64 pine64'],
  ['Orange Pi PC', 'orange-pi-32'],
  ['Banana Pi', 'banana-pi'],
  ['a BeagleBone Black', 'beaglebone'],
  ['Hikey960', 'hikey'],
  ['Jetson TX2', 'jetson-tx2'],
  ['MacchiatoBin', 'macchiatobin'],
  ['Cavium ThunderX2', 'thunderx2'],
  ['Qualcomm Centriq 2400', 'centriq'],
  ['Graviton2', 'graviton-2'],
  ['Ampere Altra', 'ampere-altra'],
  ["Packet's Type 2A", 'packet-type-2a'],
  ['an Apple M1', 'apple-m1'],
  ['Surface Pro X', 'surface-pro-x'],
  ['four Cortex-A72 cores', 'cortex-a-64'],
  // Operating systems.
  ['no build for Windows or Mac', 'windows macos'],
  ['os-x', 'macos'],
  ['Mac OS X 10.12', 'macos'],
  ['macOS', 'macos'],
  ['Macs', 'macos'],
  ['Windows 10', 'windows'],
  ['win10', 'windows'],
  ['Windows 10 on ARM', 'windows arm'],
  ['Ubuntu 16.04', 'ubuntu'],
  ['Debian 9.1', 'debian'],
  ['Debian stretch', 'debian'],
  ['Raspbian Stretch', 'raspbian'],
  ['Raspberry Pi OS', 'raspbian'],
  ['Arch Linux', 'arch-linux'],
  ['Alpine containers', 'alpine'],
  ['Red Hat Enterprise Linux', 'rhel'],
  ['SUSE Linux Enterprise Server', 'sles'],
  ['openSUSE Leap', 'opensuse'],
  ['FreeBSD, NetBSD and OpenBSD', 'freebsd netbsd openbsd'],
  ['Android and iOS', 'android ios'],
  ['64-bit Linux on an Odroid', 'linux odroid'],
  // Names that are ordinary words: only in the right company.
  ['ARM, Power, Z series, Intel and Mac builds', 'arm power s390x x86 macos'],
  ['IBM (Z and Power)', 's390x power'],
  ['x86, Power and MIPS', 'x86 power mips'],
  ['Alpha, HPPA and m68k', 'alpha hppa m68k'],
  ['runs on Intel servers', 'x86'],
  ['packages for Arch', 'arch-linux'],
  ['a Pi cluster', 'raspberry-pi'],
];

const nothing: readonly string[] = [
  'The army has a charming alarm in the armory.',
  'A pipeline of macros, spinning.',
  'The power of the crowd is more power.',
  'Power is what the power supply gives.',
  'Low power and compute power matter.',
  'Open all browser windows.',
  'An alpha release, then beta.',
  'The MAC address of the board.',
  'Compute the digits of pi.',
  'A pi-top case, with Pi-hole inside.',
  'The arch of the bridge.',
  'Intel and its patents.',
  'Intel used the anniversary well.',
  'Arm announced a new core.',
  'In collaboration with Arm, they wrote it.',
  "Arm's engineers wrote it.",
  'The research arm of a bank.',
  'The Works on Arm project lends machines.',
  'A meeting of the Linux Foundation.',
  'See https://example.org/arm64/windows and www.arm.com for it.',
  'Write to mac@arm.com or @windows there.',
  'Hello @arm64, and root@arm64 as well.',
  'The site docs.debian.org answers.',
  'It is a void, a mountain of ideas, and a banana.',
  'Version 3.14 of pie, and 64 cores.',
];

describe('findTargets', () => {
  for (const [text, ids] of cases)
    test(`finds ${ids} in "${text}"`, () => {
      assert.equal(
        findTargets(text)
          .map(({ target }) => target.id)
          .join(' '),
        ids,
      );
    });

  for (const text of nothing)
    test(`finds nothing in "${text}"`, () => {
      assert.deepEqual(
        findTargets(text).map(({ words }) => words),
        [],
      );
    });

  test('reads a name in the middle of a sentence by its own words only', () => {
    const [mention] = findTargets('We booted the Raspberry Pis, and slept.');
    assert.deepEqual(
      { ...mention, target: mention?.target.id },
      { target: 'raspberry-pi', start: 14, end: 27, words: 'Raspberry Pis' },
    );
  });

  test('keeps "32-bit Arm, 64 cores" apart from a second architecture', () => {
    assert.deepEqual(
      findTargets('Arm 32 cores, Pi 3 and 4 screws, Windows 10 and 20 licences').map(({ words }) => words),
      ['Arm', 'Pi 3', 'Windows 10'],
    );
  });

  test('returns mentions in order, never overlapping, with the very words of the text', () => {
    const words = [
      'Arm',
      'arm64',
      '32-',
      'and',
      '64-bit',
      'Raspberry',
      'Pi',
      '3',
      '/',
      '4',
      'Windows',
      'or',
      'Mac',
      ',',
    ];
    assertProperty(
      fc.property(fc.array(fc.constantFrom(...words, '(', ')', '.', 'İ', 'x86', 'the'), { maxLength: 14 }), (parts) => {
        const text = parts.join(' ');
        let end = 0;
        for (const mention of findTargets(text)) {
          assert.ok(mention.start >= end && mention.end > mention.start, text);
          assert.equal(mention.words, text.slice(mention.start, mention.end));
          end = mention.end;
        }
      }),
    );
  });

  test('reads any text at all without failing', () => {
    assertProperty(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => Array.isArray(findTargets(text))),
    );
  });

  test('takes time in proportion to the length, also for hostile text', () => {
    for (const hostile of [
      'a.'.repeat(50_000),
      'arm '.repeat(25_000),
      '32-bit and '.repeat(9000),
      ' '.repeat(100_000),
    ]) {
      const before = busyMs();
      findTargets(`on ${hostile}`);
      // A hundred thousand characters take about 50 ms; quadratic work would take minutes.
      assert.ok(busyMs() - before < 5000, hostile.slice(0, 12));
    }
  });

  const archive = new URL('../../../../shared/corpus/2017/', import.meta.url);
  test('reads a year of issues in a fraction of a second', {
    skip: existsSync(archive) ? false : 'no archive here',
  }, () => {
    const lines = readdirSync(archive).flatMap((name) => readFileSync(new URL(name, archive), 'utf8').split('\n'));
    const read = () => lines.reduce((count, line) => count + findTargets(line).length, 0);
    const found = read();
    const before = busyMs();
    assert.equal(read(), found);
    const elapsedMs = busyMs() - before;
    assert.ok(found > 1000, `only ${found} targets found`);
    // Measured: about 30 ms; the bound leaves room for a slow machine.
    assert.ok(elapsedMs < 1000, `${elapsedMs} ms`);
  });
});
