import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readStatus } from '#drafting/read-status.ts';

suite('reads what a sentence says plainly', () => {
  const cases: readonly (readonly [sentence: string, status: string, subject: string, ...targets: string[]])[] = [
    ['Quernd runs on armv6, armv7 and arm64 today.', 'yes', 'Quernd', 'armv6', 'armv7', 'arm64'],
    ['Quernd runs on armv6/arm64 boards.', 'yes', 'Quernd', 'armv6', 'arm64'],
    ['Quernd does not run on armv6 or armv7 today.', 'no', 'Quernd', 'armv6', 'armv7'],
    ['The new Quernd 3 works well on the Raspberry Pi 3.', 'yes', 'Quernd 3', 'Raspberry Pi 3'],
    ['The Quernd 1.0.3 release now has support for arm64.', 'yes', 'Quernd 1.0.3', 'arm64'],
    ['The latest Quernd release supports armv7.', 'yes', 'Quernd', 'armv7'],
    ['Version 3 of Quernd runs on arm64.', 'yes', 'Quernd', 'arm64'],
    ['Quernd Server release 7 is available for arm64.', 'yes', 'Quernd Server 7', 'arm64'],
    ['New Quern supports arm64.', 'yes', 'New Quern', 'arm64'],
    ['Mill Creators Update runs on arm64.', 'yes', 'Mill Creators Update', 'arm64'],
    ['The second release of Quernd is available for arm64.', 'yes', 'second release of Quernd', 'arm64'],
    ['k3mill supports arm64.', 'yes', 'k3mill', 'arm64'],
    ['Quernd images run on arm64.', 'yes', 'Quernd images', 'arm64'],
    ["Acme's Quernd mill tools now run on arm64.", 'yes', "Acme's Quernd mill tools", 'arm64'],
    ['Quernd runs on arm64, with one disk.', 'yes', 'Quernd', 'arm64'],
    ['Quernd runs on arm64, not on armv6.', 'yes', 'Quernd', 'arm64'],
    ['Quernd works on arm64 with some limitations.', 'partly', 'Quernd', 'arm64'],
    ['Quernd is available for arm64, except for its mill.', 'partly', 'Quernd', 'arm64'],
    ['Quernd 2.0, a small mill, runs on arm64.', 'yes', 'Quernd 2.0', 'arm64'],
    ['Quernd 3.1, the flour database of Mill & Sons, runs on arm64.', 'yes', 'Quernd 3.1', 'arm64'],
    ['Quernd, the small, quick mill, now supports arm64.', 'yes', 'Quernd', 'arm64'],
    ['Quernd, which is a mill, does not run on armv6.', 'no', 'Quernd', 'armv6'],
    ['Quernd – one of the mills – is available for arm64.', 'yes', 'Quernd', 'arm64'],
    ['Quernd (a small mill) runs on arm64.', 'yes', 'Quernd', 'arm64'],
    ['Quernd won’t build on armv6.', 'no', 'Quernd', 'armv6'],
    ['There is still no Quernd for Windows.', 'no', 'Quernd', 'Windows'],
    ['Quernd will soon be available for arm64.', 'planned', 'Quernd', 'arm64'],
    ['Quernd will soon run on arm64.', 'planned', 'Quernd', 'arm64'],
    ['Work on Quernd for arm64 is still under way.', 'in-progress', 'Quernd', 'arm64'],
  ];
  for (const [sentence, status, subject, ...targets] of cases) {
    test(sentence, () => {
      const statement = readStatus(sentence);
      assert.deepEqual([statement?.status, statement?.subject, statement?.targets], [status, subject, targets]);
    });
  }
});

const silent: Readonly<Record<string, readonly string[]>> = {
  'of questions': [
    'Does Quernd run on arm64?',
    'Quernd runs on arm64?',
    'Quernd runs on arm64, with limitations?',
    'Does Quernd run on arm64',
    'The question is why Quernd runs on arm64.',
  ],
  'of two targets together, which one alone does not say': [
    'Quernd supports Debian on arm64.',
    'Quernd is available for Windows on Arm.',
    'Quernd supports Ubuntu 18.04 LTS on arm64.',
    'Quernd is available for Debian 9 (on arm64).',
    'Quernd supports Docker in an armv7 container.',
  ],
  'of hedges': [
    'Quernd might support arm64.',
    'Quernd could run on arm64.',
    'Quernd reportedly runs on arm64.',
    'Quernd almost runs on arm64.',
    'Quernd runs on arm64 if it is patched.',
    'Quernd runs on arm64 in theory.',
    'Quernd runs on arm64 under emulation.',
    'Quernd runs on arm64, but slowly.',
    'Quernd has experimental support for arm64.',
    'Quernd, the mill that might come, runs on arm64.',
    'Quernd, if patched, runs on arm64.',
    'Quernd, they say, runs on arm64.',
    'Quernd partly works on arm64.',
    'Quernd hardly runs on arm64.',
    'When Quernd runs on arm64, it is fast.',
  ],
  'of what is taken back': [
    'Quernd no longer runs on arm64.',
    'Quernd never runs on arm64.',
    "Quernd doesn't currently run well on arm64.",
    'No version of Quernd runs on arm64.',
    'Quernd has no upstream support for arm64.',
    'Quernd, a mill, has no images for arm64.',
    'Quernd has few drivers for arm64.',
    'Quernd fails to build on arm64.',
    'Quernd runs on arm64 no more.',
    'Quernd runs on arm64 (no mill).',
  ],
  'of what a further clause denies of another system': [
    'Quernd is available for arm64 on Foodix; there are not yet packages for Barix.',
  ],
  'of what is still to come': ['Quernd is available for arm64 later this year.', 'Quernd supports arm64 soon.'],
  'of the words of others': [
    '“Quernd runs on arm64.”',
    '"Quernd runs on arm64," says Jane.',
    'Quernd runs on arm64,” said Jane.',
    'Quernd runs on arm64," said Jane.',
    'Jane says Quernd runs on arm64.',
    'Acme showed Quernd builds on arm64.',
    'Acme claims that Quernd runs on arm64.',
    'Quernd, the maker says, runs on arm64.',
    'Quernd, the news reported today, runs on arm64.',
    'Yesterday, the maker said, Quernd runs on arm64.',
  ],
  'of names of talks, and of other names': [
    'How Quernd runs on arm64',
    'Quernd runs on arm64, a talk by Jane Doe',
    'Keynote: Quernd runs on arm64',
    'Jane Doe: Quernd runs on arm64 (slides)',
    'The website of Works on Arm is new.',
    'Mills of Works on Arm turn.',
  ],
  'of other items of a list': [
    'Foodb, Hopperfs and Quernd run on arm64.',
    'Foodb, the mill, and Quernd run on arm64.',
    'Foodb, the mill and its Quernd images, run on arm64.',
    'Foodb, the arm64 mill, Quernd and Hopperfs run on Windows.',
    'Quernd supports arm64, armv7 support was dropped.',
    'Quernd supports arm64, armv6 went away.',
    'Quernd runs on arm64, Windows not.',
    'Quernd: arm64, armv7.',
  ],
  'of tables': ['Quernd runs on arm64 | no', '| Quernd | arm64 | yes |', '| Quernd runs on arm64 | no |'],
  'of two targets that are meant together': [
    'Quernd supports Debian on arm64.',
    'Quernd is available for Windows on arm64.',
  ],
  'of what names no subject': [
    'It runs on arm64.',
    'This works on arm64.',
    'The mill works on arm64.',
    'We run on arm64.',
  ],
  'of work on a target, and of things made for it': [
    'Quernd works on arm64 support.',
    'The Quernd work on arm64 goes on.',
    'Quernd supports arm64 packages.',
    'Jane has led the work on arm64 images.',
  ],
  'of what names no target': ['Quernd runs on three boards.', 'Quernd is out.', ''],
  'of marks that look like ours': ['Quernd runs on @0@ and, they say, on arm64.'],
};

for (const [what, sentences] of Object.entries(silent)) {
  suite(`gives no verdict ${what}`, () => {
    for (const sentence of sentences) test(sentence, () => assert.equal(readStatus(sentence), undefined));
  });
}
