import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findProperNames, nameSubject } from '#drafting/proper-names.ts';
import { busyMs } from '../security/busy-time.ts';

suite('names what a heading is about', () => {
  const cases: readonly (readonly [heading: string, name: string])[] = [
    ['Quernd', 'Quernd'],
    ['Quernd on small boards', 'Quernd'],
    ['Work in progress: Quernd on arm64 (Jane Doe)', 'Quernd'],
    ['Quernd, a mill', 'Quernd'],
    ['Quernd 2.0 released', 'Quernd 2.0'],
    ['Quernd 2.0 – the mill', 'Quernd 2.0'],
    ['Acme Quern Mill gains a handle', 'Acme Quern Mill'],
    ['Notes:', 'Notes:'],
    ['Jane Doe tells much of how old mills grew: Quernd', 'Jane Doe tells much of how old mills grew: Quernd'],
    ['(Quernd)', '(Quernd)'],
    ['On arm64', 'On arm64'],
    ['', ''],
  ];
  for (const [heading, name] of cases) test(`“${heading}”`, () => assert.equal(nameSubject(heading), name));
});

suite('finds the names inside a sentence, each once', () => {
  const cases: readonly (readonly [sentence: string, ...names: string[]])[] = [
    ['The mill is by Jane Doe of Acme, Inc.', 'Jane Doe', 'Acme', 'Inc'],
    ['It needs Quernd 2.0 and Quernd 2.0 again.', 'Quernd 2.0'],
    ['It was made at Old Quern Mill Works, not at Acme- or Foodb/ sites.', 'Old Quern Mill Works', 'Acme', 'Foodb'],
    ['Quernd is out.'],
    ['It was released by Acme on 25 November 2026, in May and in the May Mill.', 'Acme', 'May Mill'],
    ['all in small letters'],
    [''],
  ];
  for (const [sentence, ...names] of cases)
    test(`“${sentence}”`, () => assert.deepEqual(findProperNames(sentence), names));
});

test('finds a few names only, however many there are', () => {
  const sentence = Array.from({ length: 40 }, (_, place) => `x N${place},`).join(' ');
  assert.equal(findProperNames(sentence).length, 8);
});

test('takes no longer on hostile text', () => {
  const startMs = busyMs();
  for (const text of ['A '.repeat(20_000), '(('.repeat(20_000), `${'Foo '.repeat(20_000)}: x`, ' '.repeat(20_000)]) {
    assert.equal(typeof nameSubject(text), 'string');
    assert.ok(findProperNames(text).length <= 8);
  }
  assert.ok(busyMs() - startMs < 10_000);
});
