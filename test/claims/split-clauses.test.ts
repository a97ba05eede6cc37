import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitClauses } from '#claims/split-clauses.ts';

// sentence, its clauses.
const cut: readonly [sentence: string, clauses: readonly string[]][] = [
  ['Foodb runs on armv7, but it does not boot there.', ['Foodb runs on armv7', 'but it does not boot there.']],
  [
    'Foodb builds on arm64 although nobody has tried armv6.',
    ['Foodb builds on arm64', 'although nobody has tried armv6.'],
  ],
  ['Foodb lacks clustering; otherwise it is complete.', ['Foodb lacks clustering', 'otherwise it is complete.']],
  ['Foodb lacks clustering but is otherwise complete.', ['Foodb lacks clustering', 'but is', 'otherwise complete.']],
  ['Foodb runs on arm64, while Bardb needs x86_64.', ['Foodb runs on arm64', 'while Bardb needs x86_64.']],
  ['Foodb runs on arm64 and it is fast.', ['Foodb runs on arm64', 'and it is fast.']],
  [
    'Foodb runs on arm64 and the port to armv7 is under way.',
    ['Foodb runs on arm64', 'and the port to armv7 is under way.'],
  ],
  ['Foodb runs on Linux – Windows comes later.', ['Foodb runs on Linux', 'Windows comes later.']],
  [
    'Foodb runs on three more architectures: s390x, aarch64 and ppc64le.',
    ['Foodb runs on three more architectures', 's390x, aarch64 and ppc64le.'],
  ],
  ['Foodb works everywhere except Windows.', ['Foodb works everywhere', 'except Windows.']],
  ['Foodb runs on arm64, which Bardb does not.', ['Foodb runs on arm64', 'which Bardb does not.']],
];

const whole: readonly string[] = [
  'Foodb runs on armv5, armv6, armv7, aarch64, i386, and x86_64.',
  'Foodb runs on Windows, macOS and Linux.',
  'There is no Foodb for Windows or Mac.',
  'Foodb 2.0-rc1 is out for arm64.',
  'Foodb runs on both arm64 and armv7.',
  'Foodb is on the air at 10:30 in Berlin.',
];

describe('a sentence is cut where it may begin to say something else', () => {
  for (const [sentence, clauses] of cut) test(sentence, () => assert.deepEqual(splitClauses(sentence), clauses));
});

describe('a list stays whole', () => {
  for (const sentence of whole) test(sentence, () => assert.deepEqual(splitClauses(sentence), [sentence]));
});

test('every clause stands in the sentence as it is, in order, and no word is lost but the gap', () => {
  const word = fc.constantFrom(
    'Foodb',
    'runs',
    'on',
    'armv6',
    ',',
    'but',
    'and it',
    'is',
    '; ',
    ' - ',
    ': ',
    'not',
    'which',
    'ok.',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const sentence = words.join(' ');
      let from = 0;
      for (const clause of splitClauses(sentence)) {
        const at = sentence.indexOf(clause, from);
        assert.ok(at >= from, clause);
        assert.doesNotMatch(sentence.slice(from, at), /[\p{L}\p{N}]/u, 'a word was lost');
        from = at + clause.length;
      }
      assert.doesNotMatch(sentence.slice(from), /[\p{L}\p{N}]/u, 'a word was lost at the end');
    }),
    { seed: 41 },
  );
});
