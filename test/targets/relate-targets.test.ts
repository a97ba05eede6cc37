import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { relateTargets, relationsBestFirst, type TargetRelation } from '#targets/relate-targets.ts';
import { getTarget, vocabulary } from '#targets/vocabulary.ts';

// asked, said, relation; one line each.
const table: readonly [asked: string, said: string, relation: TargetRelation][] = [
  ['arm64', 'arm64', 'same'],
  ['arm64', 'armv7', 'none'],
  ['armv7', 'arm64', 'none'],
  ['armv6', 'armv7', 'none'],
  ['armv5', 'armv6', 'none'],
  ['arm64', 'arm', 'usually-means'],
  ['armv7', 'arm', 'included-but-not-meant'],
  ['armv6', 'arm', 'included-but-not-meant'],
  ['arm32', 'arm', 'included-but-not-meant'],
  ['armv7', 'arm32', 'usually-means'],
  ['armv6', 'arm32', 'said-includes-asked'],
  ['armv5', 'arm32', 'said-includes-asked'],
  ['arm64', 'arm32', 'none'],
  ['arm', 'arm64', 'asked-includes-said'],
  ['arm', 'armv6', 'asked-includes-said'],
  ['arm', 'arm32', 'asked-includes-said'],
  ['arm32', 'armv6', 'asked-includes-said'],
  ['arm32', 'arm64', 'none'],
  ['arm', 'x86', 'none'],
  ['cortex-m', 'arm', 'none'],
  ['x86_64', 'x86', 'usually-means'],
  ['i386', 'x86', 'said-includes-asked'],
  ['x86', 'i386', 'asked-includes-said'],
  ['ppc64le', 'power', 'usually-means'],
  ['powerpc', 'power', 'included-but-not-meant'],
  ['mips64el', 'mips', 'said-includes-asked'],
  ['arm64', 'multi-arch', 'every-architecture'],
  ['armv6', 'multi-arch', 'every-architecture'],
  ['sparc64', 'multi-arch', 'every-architecture'],
  ['arm', 'multi-arch', 'every-architecture'],
  ['multi-arch', 'arm64', 'none'],
  ['macos', 'multi-arch', 'none'],
  ['raspbian', 'armv7', 'device-also-runs'],
  ['raspbian', 'armv6', 'device-also-runs'],
  ['raspbian', 'arm32', 'device-also-runs'],
  ['raspbian', 'arm64', 'none'],
  ['raspbian', 'x86_64', 'none'],
  ['linux', 'armv7', 'none'],
  ['raspberry-pi-zero', 'armv6', 'device-runs'],
  ['raspberry-pi-zero', 'armv5', 'device-also-runs'],
  ['raspberry-pi-zero', 'armv7', 'none'],
  ['raspberry-pi-zero', 'arm64', 'none'],
  ['raspberry-pi-zero', 'arm', 'included-but-not-meant'],
  ['raspberry-pi-zero', 'arm32', 'said-includes-asked'],
  ['raspberry-pi-zero', 'raspberry-pi', 'said-includes-asked'],
  ['raspberry-pi', 'raspberry-pi-zero', 'asked-includes-said'],
  ['raspberry-pi', 'raspberry-pi-cm3', 'asked-includes-said'],
  ['raspberry-pi-zero', 'raspberry-pi-3', 'none'],
  ['raspberry-pi-3', 'arm64', 'device-runs'],
  ['raspberry-pi-3', 'armv7', 'device-also-runs'],
  ['raspberry-pi-3', 'armv6', 'device-also-runs'],
  ['raspberry-pi-3', 'armv5', 'none'],
  ['raspberry-pi-3', 'arm', 'usually-means'],
  ['raspberry-pi-3', 'arm32', 'usually-means'],
  ['raspberry-pi-3', 'multi-arch', 'every-architecture'],
  ['raspberry-pi-3', 'raspberry-pi', 'said-includes-asked'],
  ['raspberry-pi-3', 'windows', 'none'],
  ['raspberry-pi-2', 'arm64', 'none'],
  ['raspberry-pi-2-v12', 'arm64', 'device-runs'],
  ['raspberry-pi', 'armv7', 'device-also-runs'],
  ['raspberry-pi-pico', 'raspberry-pi', 'none'],
  ['thunderx', 'armv7', 'none'],
  ['thunderx2', 'arm64', 'device-runs'],
  ['odroid-c2', 'raspberry-pi-3', 'none'],
  ['arm64', 'thunderx', 'runs-on-device'],
  ['arm64', 'raspberry-pi-3', 'runs-on-device'],
  ['arm64', 'graviton', 'runs-on-device'],
  ['armv6', 'raspberry-pi-zero', 'runs-on-device'],
  ['armv7', 'raspberry-pi-3', 'device-may-run'],
  ['arm64', 'raspberry-pi', 'device-may-run'],
  ['armv7', 'raspberry-pi', 'device-may-run'],
  ['armv7', 'thunderx', 'none'],
  ['arm', 'raspberry-pi', 'asked-includes-said'],
  ['arm32', 'raspberry-pi-2', 'asked-includes-said'],
  ['arm32', 'thunderx', 'none'],
  ['x86_64', 'raspberry-pi-3', 'none'],
  ['linux', 'ubuntu', 'asked-includes-said'],
  ['linux', 'ubuntu-core', 'asked-includes-said'],
  ['ubuntu', 'linux', 'said-includes-asked'],
  ['ubuntu', 'ubuntu-core', 'asked-includes-said'],
  ['ubuntu', 'debian', 'none'],
  ['windows', 'linux', 'none'],
  ['macos', 'windows', 'none'],
  ['android', 'linux', 'none'],
  ['linux', 'arm64', 'none'],
  ['arm64', 'linux', 'none'],
  ['linux', 'raspberry-pi', 'none'],
  ['apple-silicon', 'macos', 'system-only'],
  ['apple-m2', 'macos', 'system-only'],
  ['surface-pro-x', 'windows', 'system-only'],
  ['chromebook', 'chromeos', 'system-only'],
  ['iphone', 'ios', 'device-runs'],
  ['apple-m2', 'apple-silicon', 'usually-means'],
  ['apple-silicon', 'apple-m2', 'asked-includes-said'],
  ['apple-m2', 'apple-m3', 'none'],
  ['apple-silicon', 'arm64', 'processor-only'],
  ['apple-silicon', 'arm', 'processor-only'],
  ['apple-silicon', 'linux', 'none'],
  ['apple-silicon', 'x86_64', 'none'],
  ['macos', 'apple-silicon', 'asked-includes-said'],
  ['ios', 'iphone', 'asked-includes-said'],
  ['windows', 'surface-pro-x', 'asked-includes-said'],
];

describe('relateTargets', () => {
  for (const [asked, said, relation] of table)
    test(`asked ${asked}, said ${said}: ${relation}`, () => {
      assert.equal(relateTargets(getTarget(asked), getTarget(said)), relation);
    });

  test('has an example of every relation', () => {
    assert.deepEqual(
      [...relationsBestFirst].filter((relation) => !table.some((row) => row[2] === relation)),
      [],
    );
  });

  test('relates any two targets without failing, and only a target with itself as the same', () => {
    for (const asked of vocabulary)
      for (const said of vocabulary) {
        const relation = relateTargets(asked, said);
        assert.ok(relationsBestFirst.includes(relation));
        assert.equal(relation === 'same', asked === said, `${asked.id}, ${said.id}`);
      }
  });

  test('never lets one architecture answer for another', () => {
    const architectures = vocabulary.filter(({ kind }) => kind === 'architecture');
    for (const asked of architectures)
      for (const said of architectures)
        if (asked !== said) assert.equal(relateTargets(asked, said), 'none', `${asked.id}, ${said.id}`);
  });
});
