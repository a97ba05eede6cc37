import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { claimsOf, statusOfTargets } from './invented-article.ts';

// what is promised, sentence, what it says of each target.
type Row = readonly [promise: string, text: string, said: Readonly<Record<string, string>>];

const works = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'works']));
const lacks = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, 'does-not']));

function promise(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [name, text, said] of rows) {
      test(`${name}: ${text.replace(/\s+/g, ' ')}`, () => assert.deepEqual(statusOfTargets(claimsOf(text)), said));
    }
  });
}

promise('a list says the same of each of its members', [
  [
    'commas',
    'Foodb runs on armv5, armv6, armv7, aarch64, i386, and x86_64.',
    works('armv5', 'armv6', 'armv7', 'arm64', 'i386', 'x86_64'),
  ],
  ['slashes', 'Foodb is available for amd64/arm64/ppc64le.', works('x86_64', 'arm64', 'ppc64le')],
  ['both', 'Foodb supports both armv7 and arm64.', works('armv7', 'arm64')],
  ['shared words', 'Foodb supports 32- and 64-bit Arm.', works('arm32', 'arm64')],
  ['list before the verb', 'Packages for s390x and ppc64le are available.', works('s390x', 'ppc64le')],
  [
    'after a colon',
    'Three architectures are supported: s390x, aarch64 and ppc64le.',
    works('s390x', 'arm64', 'ppc64le'),
  ],
  ['boards', 'Foodb boots on the ODROID-C2 and the Raspberry Pi 3.', works('odroid-c2', 'raspberry-pi-3')],
  ['denied', 'Foodb is not available on Windows, macOS, or FreeBSD.', lacks('windows', 'macos', 'freebsd')],
  ['all', 'Foodb supports all architectures.', works('multi-arch')],
]);

promise('what one sentence leaves open, those around it say', [
  ['who asks oneself', 'And on Windows? Not available.', lacks('windows')],
  ['in a word', 'An arm64 build? Nope.', lacks('arm64')],
  [
    'promised in the same sentence',
    'The Rock64 did not make it; he expects to have that in the next release.',
    { rock64: 'planned' },
  ],
  [
    'work on it in the same sentence',
    'Foodb isn’t for arm64 in this release, work by the team is under review.',
    { arm64: 'in-progress' },
  ],
  [
    'a month behind a “not yet”',
    'There is no arm64 build of Foodb yet; George Sample mentioned October.',
    { arm64: 'planned' },
  ],
  [
    'promised two sentences later, by name',
    'There is no official Pi 3 image among them. The old one is of use meanwhile. An image for the Pi 3 will be made in time for the spring release, in February.',
    { 'raspberry-pi-3': 'planned' },
  ],
  [
    'but a promise of something else is none',
    'There is no image for the Pi 3. An image for riscv64 is planned for May.',
    { 'raspberry-pi-3': 'does-not', riscv64: 'planned' },
  ],
  [
    'what was so once, and what came of it',
    'In January I wrote that the detector had no arm64 port. Patches to change that have landed on the master branch.',
    works('arm64'),
  ],
  ['a part that is lacking', 'It boots on the Pi 3, sound as well; wifi doesn’t.', works('raspberry-pi-3')],
  [
    'a relative clause that puts it off',
    'On architectures: arm64 from the first release, which is hoped for in the second quarter.',
    { arm64: 'planned' },
  ],
  [
    'at launch',
    'Things that are missing at launch on the Pi 4: boot from USB. It is to come with an update.',
    { 'raspberry-pi-4': 'planned' },
  ],
  ['who cannot wait denies nothing', 'People who cannot wait use Foodb images for arm64.', works('arm64')],
  ['a statement behind a list', 'It is an x86 program and there is no plan for an arm64 port.', lacks('arm64')],
]);

promise('a negation denies what stands in its scope, and no more', [
  ['there is no', 'There is no Foodb for Windows or Mac.', lacks('windows', 'macos')],
  ['does not', 'Foodb does not run on armv6.', lacks('armv6')],
  ["doesn't", 'Foodb doesn’t run on armv6.', lacks('armv6')],
  ['cannot', 'Foodb cannot be built for i386.', lacks('i386')],
  ['refuses', 'Foodb refuses to start on armv6.', lacks('armv6')],
  ['fails', 'Foodb fails to build on s390x.', lacks('s390x')],
  ['dropped', 'Support for armv7 has been dropped in version 3.', lacks('armv7')],
  ['neither', 'Foodb supports neither armv6 nor armv7.', lacks('armv6', 'armv7')],
  ['neither first', 'Neither armv6 nor armv7 is supported.', lacks('armv6', 'armv7')],
  ['not yet', 'Foodb is not yet available for arm64.', lacks('arm64')],
  ['no longer', 'Foodb no longer runs on armv5.', lacks('armv5')],
  ['not only', 'Foodb runs not only on x86_64, it runs on arm64 too.', works('x86_64', 'arm64')],
  ['not just', 'Foodb is not just for x86_64 any more: it runs on arm64.', works('x86_64', 'arm64')],
  ['no problem', 'Foodb runs without problems on armv7.', works('armv7')],
  ['no fault known', 'Foodb runs on armv7 with no known problems.', works('armv7')],
  ['no crash any more', 'Foodb no longer crashes on armv7 and runs well.', works('armv7')],
  [
    'list with a lack',
    'Foodb comes with packages for armv7 and arm64, but no Windows version.',
    { ...works('armv7', 'arm64'), ...lacks('windows') },
  ],
]);

promise('a contrast turns what is said', [
  ['but it', 'Foodb does not run on armv6, but it runs on armv7.', { ...lacks('armv6'), ...works('armv7') }],
  ['but not', 'Foodb runs on arm64 but not on armv7.', { ...works('arm64'), ...lacks('armv7') }],
  ['though not', 'Foodb runs on arm64, although not on armv7.', { ...works('arm64'), ...lacks('armv7') }],
  ['but only', 'Foodb has never run on i386 but it supports x86_64.', { ...lacks('i386'), ...works('x86_64') }],
  ['otherwise', 'Foodb is missing replication but otherwise works on armv7.', works('armv7')],
  ['semicolon', 'Foodb runs on arm64; there is no version for armv7.', { ...works('arm64'), ...lacks('armv7') }],
  ['except', 'Foodb runs on all architectures except s390x.', { ...works('multi-arch'), ...lacks('s390x') }],
  ['while', 'Foodb runs on Linux, while Windows is not supported.', { ...works('linux'), ...lacks('windows') }],
]);

promise('what is to come is planned', [
  ['later this year', 'The team will release Foodb for 64-bit Arm later this year.', { arm64: 'planned' }],
  ['quarter', 'Foodb will be generally available for Arm in Q1 2018.', { arm: 'planned' }],
  ['quarter in words', 'Foodb for s390x is due in the first quarter of 2032.', { s390x: 'planned' }],
  ['plans', 'Barsoft plans to port Foodb to riscv64.', { riscv64: 'planned' }],
  ['next release', 'Support for arm64 is scheduled for the next release.', { arm64: 'planned' }],
  ['expected', 'A version for Windows is expected in May.', { windows: 'planned' }],
  ['roadmap', 'Support for armv7 is on the roadmap.', { armv7: 'planned' }],
]);

promise('what is being worked on is in progress', [
  ['under way', 'Work is under way to port Foodb to s390x.', { s390x: 'in-progress' }],
  ['in progress', 'Support for arm64 is in progress.', { arm64: 'in-progress' }],
  ['porting', 'Jane is porting Foodb to riscv64.', { riscv64: 'in-progress' }],
  ['being', 'Foodb is being ported to ppc64le.', { ppc64le: 'in-progress' }],
  ['patches', 'Patches for arm64 have been posted to the mailing list.', { arm64: 'in-progress' }],
  ['pull request', 'A pull request adds arm64 support to Foodb.', { arm64: 'in-progress' }],
  ['not quite', 'The arm64 port is not quite ready yet.', { arm64: 'in-progress' }],
]);

promise('what can be used already works, whatever it is called', [
  ['beta', 'A beta of Foodb for arm64 is available.', works('arm64')],
  ['preview', 'A preview of Foodb for arm64 can be downloaded.', works('arm64')],
  ['ported', 'Foodb has been ported to arm64, thanks to Jane.', works('arm64')],
  ['merged', 'The arm64 port has been merged.', works('arm64')],
  ['boots', 'Foodb now boots on the Raspberry Pi 3.', works('raspberry-pi-3')],
  ['first to include', 'Version 2 is the first release to include arm64.', works('arm64')],
  ['packaged', 'Foodb is packaged for Debian.', works('debian')],
]);

promise('what has a limit works in part', [
  ['some but not all', 'Foodb works on some but not all versions of Windows.', { windows: 'partly' }],
  ['brackets', 'Foodb builds for armv7 (no thumb).', { armv7: 'partly' }],
  ['limitation', 'Foodb runs on armv7 with limitations.', { armv7: 'partly' }],
  ['mostly', 'Foodb mostly works on armv6.', { armv6: 'partly' }],
]);

describe('what is no statement claims nothing', () => {
  const silent = [
    'Does Foodb run on armv6?',
    'Has anyone tried to build Foodb for i386?',
    'If you want to run it on armv6, write to the authors.',
    'Unless it runs on armv6, nobody will use it.',
    'Once it works on armv6, we will write about it.',
    'It remains to be seen whether Foodb works on armv6.',
    'Nobody knows if it runs on armv6.',
    'We would love to hear from users of armv6.',
  ];
  for (const text of silent) test(text, () => assert.deepEqual(statusOfTargets(claimsOf(text)), {}));

  test('a question in the heading is none either', () => {
    assert.deepEqual(
      claimsOf('The authors will answer soon.', 'Does Foodb run on armv6?').filter(({ sentence }) => sentence < 0),
      [],
    );
  });

  test('code is not read as English', () => {
    assert.deepEqual(claimsOf('    foodb runs on armv6'), []);
  });

  test('what the newsletter says about itself is no news', () => {
    assert.deepEqual(claimsOf('Our site now runs on arm64. Subscribe here.', 'Subscription information'), []);
  });
});

describe('a bare denial takes back the sentence before it', () => {
  for (const denial of ['It does not.', "It doesn't.", 'That is not true.', 'This is not the case.']) {
    test(denial, () => {
      const said = claimsOf(`Somebody wrote that Foodb runs on armv6. ${denial}`);
      assert.deepEqual(statusOfTargets(said), { armv6: 'does-not' });
      assert.equal(said.at(-1)?.clause, denial);
    });
  }

  test('and only that one', () => {
    const said = claimsOf('Foodb runs on arm64. Some say that it runs on armv6. It does not.');
    assert.deepEqual(statusOfTargets(said), { arm64: 'works', armv6: 'does-not' });
  });

  test('without anything to deny it is silent', () => assert.deepEqual(statusOfTargets(claimsOf('It does not.')), {}));
});

describe('a limit in brackets is of what it stands behind', () => {
  test('and not of its neighbours', () => {
    assert.deepEqual(statusOfTargets(claimsOf('Foodb builds for armv7 (no thumb) and arm64.')), {
      armv7: 'partly',
      arm64: 'works',
    });
  });

  test('other brackets are no limit', () => {
    assert.deepEqual(statusOfTargets(claimsOf('Foodb builds for armv7 (thanks to Jane).')), { armv7: 'works' });
  });
});

describe('a statement that shuts out everything else says so', () => {
  const exclusive = [
    'Foodb is available only for x86_64.',
    'Foodb only supports x86_64.',
    'Foodb runs exclusively on x86_64.',
    'Foodb has only x86_64 binaries.',
    'All our builds are x86_64 based.',
    'Foodb ships for x86_64 only.',
  ];
  for (const text of exclusive)
    test(text, () => assert.ok(claimsOf(text).some(({ isExclusive, targets }) => isExclusive && targets.length === 1)));

  const open = [
    'Foodb runs on x86_64.',
    'Not only does Foodb run on x86_64, it is fast there.',
    'Only yesterday Foodb was ported to x86_64.',
  ];
  for (const text of open)
    test(`not: ${text}`, () => assert.ok(claimsOf(text).every(({ isExclusive }) => !isExclusive)));
});

describe('each claim points at the place that proves it', () => {
  test('a quote that spans lines is one sentence', () => {
    const [claim, ...others] = claimsOf(
      'Jane writes:\n\n> The Foodb port to\n> aarch64 is done and\n> runs on ThunderX.',
    ).filter(({ targets }) => targets.length > 0);
    assert.deepEqual(others, []);
    assert.equal(claim?.clause, 'The Foodb port to aarch64 is done and runs on ThunderX.');
    assert.deepEqual(
      claim?.targets.map(({ id }) => id),
      ['arm64', 'thunderx'],
    );
  });

  test('each item of a list is read by itself', () => {
    const said = statusOfTargets(
      claimsOf('- Foodb runs on arm64\n- Foodb does not run on armv6\n- Foodb for s390x is in progress'),
    );
    assert.deepEqual(said, { arm64: 'works', armv6: 'does-not', s390x: 'in-progress' });
  });

  test('the subject is the heading’s where the sentence says only “it”', () => {
    const [claim] = claimsOf('It now runs on arm64.', 'Foodb, a small database');
    assert.equal(claim?.subject, 'Foodb');
    assert.equal(claim?.sentence, 0);
  });

  test('a heading is evidence of its own', () => {
    const headings: readonly (readonly [string, string])[] = [
      ['Work in progress: Foodb on arm64', 'in-progress'],
      ['Just released: Foodb for arm64', 'works'],
      ['Foodb now supports arm64', 'works'],
      ['No Foodb for arm64', 'does-not'],
    ];
    for (const [heading, status] of headings) {
      const said = claimsOf('More next week.', heading).filter(({ sentence }) => sentence === -1);
      assert.deepEqual(statusOfTargets(said), { arm64: status }, heading);
    }
  });

  test('what was once is said less plainly than what is', () => {
    const strengthOf = (text: string) => Math.max(...claimsOf(text).map(({ strength }) => strength));
    assert.ok(strengthOf('Previously, Foodb did not run on armv6.') < strengthOf('Foodb does not run on armv6.'));
    assert.ok(strengthOf('Foodb used to run on armv6.') < strengthOf('Foodb runs on armv6.'));
  });
});

describe('a hope, a doubt or a rumour is not taken for a fact', () => {
  for (const text of [
    'Foodb hardly works on armv6.',
    'Foodb may one day run on armv6.',
    'We hope that Foodb will run on armv6.',
    '“Does Foodb run on armv6?” asks a reader from Kassel.',
    'Foodb has yet to run on armv6.',
  ])
    test(text, () => assert.notEqual(statusOfTargets(claimsOf(text)).armv6, 'works'));
});

promise('an ellipsis goes on with what was said', [
  ['as is', 'Foodb is not supported on armv6, as is the case on armv5.', lacks('armv6', 'armv5')],
  ['so does', 'Foodb reached tier 1 on arm64, and so did ppc64le.', works('arm64', 'ppc64le')],
  ['nor does', 'Foodb runs on arm64, nor does it lack a build for s390x.', { ...works('arm64'), ...lacks('s390x') }],
  ['comma and auxiliary', 'Foodb runs on arm64, armv7 doesn’t.', { ...works('arm64'), ...lacks('armv7') }],
]);

promise('what denies a noun denies nothing of the subject', [
  ['that is not', 'Foodb is the first one that isn’t proprietary to support arm64.', works('arm64')],
  ['nothing', 'Nothing is offered for armv6.', lacks('armv6')],
  ['out of luck', 'Owners of armv6 boards are out of luck.', lacks('armv6')],
]);

describe('a no to be mended soon', () => {
  const saidOf = (text: string) => statusOfTargets(claimsOf(text)).armv7;
  test('is planned, when the next sentence promises it', () => {
    assert.equal(saidOf('Foodb does not run on armv7 yet. A port is expected in May.'), 'planned');
    assert.equal(saidOf('So far there is no Foodb for armv7. Barsoft is at work on it.'), 'in-progress');
  });
  test('stays a no, when the next sentence is about something else', () => {
    assert.equal(saidOf('Foodb does not run on armv7 yet. A port to s390x is expected in May.'), 'does-not');
    assert.equal(saidOf('Foodb does not run on armv7 yet.\n\nThe next meeting is expected in May.'), 'does-not');
  });
});

test('a minimum is told from a mere mention', () => {
  assert.deepEqual(
    claimsOf('Foodb runs on armv7 or later.').map(({ isMinimum }) => isMinimum),
    [true],
  );
  assert.ok(claimsOf('Foodb runs on armv7.').every(({ isMinimum }) => !isMinimum));
});

test('what may be dropped one day works until then', () => {
  assert.ok(claimsOf('Support for armv5 is likely to be dropped.').every(({ strength }) => strength <= 1));
});

promise('a few words before a colon belong to the list behind it', [
  ['what works', 'What works: armv6, armv7.', works('armv6', 'armv7')],
  ['what does not', 'What doesn’t: s390x and armv5.', lacks('s390x', 'armv5')],
  ['a name', 'Windows: not yet.', lacks('windows')],
  ['still for one', 'The image is still amd64.', works('x86_64')],
]);

promise('some ways to say that it goes on, ends or is to be', [
  ['wayside', 'Packages exist for arm64; armv7 fell by the wayside.', { ...works('arm64'), ...lacks('armv7') }],
  ['are to', 'The caches are to move to arm64.', { arm64: 'planned' }],
  ['stays', 'The list drops s390x; armv7 stays.', { ...lacks('s390x'), ...works('armv7') }],
  ['works on', 'A port to riscv64 is something she works on in the evenings.', { riscv64: 'in-progress' }],
  ['spared', 'The bug hits armv7 boards; arm64 is not affected.', { armv7: 'partly', ...works('arm64') }],
]);

promise('what is told over several clauses is put together', [
  ['a relative', 'Foodb 2 has the armv7 decoder, which got merged in July.', works('armv7')],
  ['built but dead', 'Foodb builds for armv7 again, though what it makes doesn’t boot.', lacks('armv7')],
  ['partly done', 'A port to arm64 is partly done.', { arm64: 'in-progress' }],
  ['a branch', 'Barsoft has a branch which compiles Foodb for arm64.', { arm64: 'in-progress' }],
  ['not ready, to come', 'Foodb for s390x is not ready, with a preview to come next year.', { s390x: 'planned' }],
  ['contracted', 'Foodb’ll be in the next release, for armv7.', { armv7: 'planned' }],
  ['ellipsis that affirms', 'Foodb doesn’t run on armv6, armv7 does.', { ...lacks('armv6'), ...works('armv7') }],
  ['with the beta', 'An image for s390x comes with the beta.', { s390x: 'planned' }],
  ['as promised', 'As promised there are packages for arm64.', works('arm64')],
]);

test('who works for Arm is no port to it', () => {
  assert.deepEqual(statusOfTargets(claimsOf('Jane Doe from Arm has finished the port to s390x.')), works('s390x'));
});

promise('more ways to say that it is there, or is not', [
  ['made it into', 'The arm64 wheels made it into the index.', works('arm64')],
  ['back', 'The armv7 image is back.', works('armv7')],
  ['nobody', 'Nobody will look at armv6.', lacks('armv6')],
  ['cannot', 'A board with armv6 can’t really take part.', lacks('armv6')],
  ['wish list', 'Builds for s390x are on the wish list.', { s390x: 'planned' }],
  ['month', 'Version 2 in February adds armv7 as a port.', { armv7: 'planned' }],
  ['preparing', 'The authors of the armv7 port are preparing.', { armv7: 'in-progress' }],
  ['who else', 'Foodb runs on arm64, armv7 says it won’t.', { ...works('arm64'), ...lacks('armv7') }],
]);
