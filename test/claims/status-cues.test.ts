import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClaimStatus } from '#claims/claim.ts';
import { readStatus, STATUS_CUES } from '#claims/status-cues.ts';

const CASES: readonly (readonly [clause: string, status: ClaimStatus | undefined])[] = [
  // It works.
  ['Fizzbox runs on armv6 and arm64', 'works'],
  ['Fizzbox 2.1 is now available for aarch64', 'works'],
  ['the team has released arm64 binaries', 'works'],
  ['support for the Pi 3 has been merged', 'works'],
  ['this is the first release to include 64-bit Arm', 'works'],
  ['Fizzbox now ships with an arm64 package', 'works'],
  ['is otherwise a drop-in replacement for Gizmo on armv7', 'works'],
  ['Fizzbox boots on the board', 'works'],
  ['a beta with arm64 binaries is available to test', 'works'],
  ['it has been ported to ARMv8', 'works'],
  ['release candidate 1 has an arm64 image for tests', 'works'],
  ['Fizzbox 9 has the aarch64 compiler since May', 'works'],
  ['both families in all sizes are covered', 'works'],
  ['stable since 1.5 in October: packages for armhf and arm64', 'works'],
  ['Fizzbox is now native on Windows on Arm', 'works'],
  ['with it, arm64 is on the supported list', 'works'],
  ['the new machine is in the portal in two places', 'works'],
  ['Fizzbox left preview with 2.0', 'works'],
  ['the armhf tree followed soon after', 'works'],
  ['Gizmo has had a native build since 1.5 in the fall', 'works'],
  ['boots, wired network only so far', 'partly'],
  ['aim for general availability with 4.9', 'planned'],
  ['they will publish wheels, due within weeks', 'planned'],
  ['George mentioned October', 'planned'],
  ['she announced that it would get a port', 'planned'],
  ['full support is the plan for 3.0', 'planned'],
  ['support was moved to a future milestone', 'planned'],
  ['Fizzbox for arm64 is in its third round of review', 'in-progress'],
  ['runners on Arm are in a private beta', 'in-progress'],
  ['the old ones have a kernel that is too old for the VM', 'does-not'],
  ['Gizmo remains the hold-out', 'does-not'],
  ['a container of it fails with an error', 'does-not'],
  ['Nope.', 'does-not'],
  ['the board isn’t an officially supported one', 'does-not'],
  ['with the plan to ship images in 1.15', 'planned'],
  ['it runs on both platforms, with some gaps', 'partly'],
  // It does not.
  ['Gizmo itself has nothing official for arm64 hosts', 'does-not'],
  ['arm64 is not an official target', 'does-not'],
  ['armv7 is out, since nobody asked for it', 'does-not'],
  ['Fizzbox has no packages for arm64', 'does-not'],
  ['there is no Fizzbox for Windows or Mac', 'does-not'],
  ['Fizzbox does not run on armv6', 'does-not'],
  ["the installer doesn't support 32-bit Arm", 'does-not'],
  ['Fizzbox is not available for arm64', 'does-not'],
  ['support for armel was dropped in version 9', 'does-not'],
  ['the powerpc port has been removed from the release', 'does-not'],
  ['Fizzbox lacks an arm64 build', 'does-not'],
  ['tools that write to the registers, such as Fizzbox, fail', 'does-not'],
  ['it fails to build on arm64', 'does-not'],
  ['there are no binaries for arm64', 'does-not'],
  ['it has no upstream support for aarch64', 'does-not'],
  ['the dual-socket board is not yet supported', 'does-not'],
  ['this version is not intended for production use', 'does-not'],
  ['the fix will not be addressed in this release', 'does-not'],
  // In part.
  ['some but not all versions of Fizzbox can do it', 'partly'],
  ['a few changes were needed to get it to run', 'partly'],
  ['swarm mode has difficulties on Arm', 'partly'],
  ['under certain circumstances the image gets the wrong label', 'partly'],
  ['Fizzbox runs now in the big mode, minus its shop', 'partly'],
  // Announced.
  ['for private ones the company promises it in 2031', 'planned'],
  ['Fizzbox will release an agent for 64-bit Arm later this year', 'planned'],
  ['will be generally available for Arm in Q1 2018', 'planned'],
  ['arm64 packages are expected in late July', 'planned'],
  ['Fizzbox 9 is going to have an installer for arm64', 'planned'],
  ['the boards are slated for September', 'planned'],
  ['Fizzbox announced plans to support Arm', 'planned'],
  ['an arm64 build is on the roadmap', 'planned'],
  ['a stable version is anticipated in the spring', 'planned'],
  // Being worked on.
  ['work is well underway to bring Fizzbox to arm64', 'in-progress'],
  ['the arm64 port is in progress', 'in-progress'],
  ['they are working on a release for arm64', 'in-progress'],
  ['Fizzbox is being ported to aarch64', 'in-progress'],
  ['there is a merge request for arm64', 'in-progress'],
  ['the arm64 builds are not ready yet', 'in-progress'],
  ['patches were posted to add arm64', 'in-progress'],
  // Nothing of the kind.
  ['Fizzbox was named after a cat', undefined],
  ['the talk was in Denver', undefined],
];

for (const [clause, status] of CASES) {
  test(`“${clause}” says ${status ?? 'nothing of how it stands'}`, () =>
    assert.equal(readStatus(clause)?.status, status));
}

test('no cue takes long on hostile text', () => {
  const hostile = [
    'will '.repeat(2_000),
    'no a '.repeat(2_000),
    `${'not yet '.repeat(2_000)}x`,
    ' '.repeat(10_000),
    `will be ${'a'.repeat(10_000)}`,
    'support a a a '.repeat(1_000),
  ];
  for (const text of hostile) {
    for (const { pattern } of STATUS_CUES) assert.equal(typeof pattern.test(text), 'boolean');
  }
});
