import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { splitSentences } from '#newsletter/sentences/split-sentences.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

// Each row: what it shows, and the sentences; the text is the sentences joined by one blank.
const table: readonly (readonly [promise: string, ...sentences: string[]])[] = [
  ['plain stops', 'It boots.', 'It runs!', 'Does it fly?', 'Yes.'],
  ['text without a stop stays whole', 'Pebble boards, Granite and Slate'],
  ['companies', 'Granite Corp. announced a board with Slate Inc. and Pebble Ltd. of London.', 'The price is open.'],
  ['companies that end a sentence', 'It was bought by Granite Inc.', 'The price is open.'],
  ['states and months', 'SANTA CLARA, Calif., and PARIS, Oct. 10, 2017: Granite is out.', 'It is free.'],
  ['states after a town', 'The talk is in Austin, TX.', 'This week it is in Miami, Fla.', 'The rest is online.'],
  ['e.g. and i.e.', 'Some boards, e.g. Pebble, boot, i.e. Linux starts.', 'Others do not.'],
  ['versus and approximately', 'It was Pebble vs. Slate at approx. 3 watts.', 'Pebble won.'],
  ['titles of people', 'Dr. Yang met Mr. Fred and Mrs. Doe at St. Mary.', 'They agreed.'],
  ['initials', 'J. K. Doe and Paul E. Roe wrote it.', 'O. Tange (2011) did not.'],
  ['countries with dots', 'It ships in the U.S. and the U.K. today.', 'It left the U.S.', 'The board came back.'],
  ['U.S. before a name', 'The U.S. Army uses it.'],
  ['times of day', 'It runs from 6:00 p.m. to 6:05 p.m. on Tuesday.', 'It is short.'],
  ['versions', 'Granite 3.0 is out.', '1.8.2 shipped on Tuesday.', 'It needs v1.9.', 'The rest needs 4.'],
  ['a version at the end', 'It needs Linux 4.14.', 'Older ones fail.'],
  ['file names and domains', 'See node.js at resin.io and balena.io.', 'It is in /etc/os.conf today.'],
  ['sentences that begin with a small letter', 'It is out.', 'iPad users wait.', 'x86 is done.', 'node.js is next.'],
  ['a small word after a long one', 'This uses assembly.', 'ffmpeg is next.'],
  ['an unknown abbreviation is not a stop', 'The conf. file is read, cont. on page 2.'],
  ['ellipses inside', 'It boots... and then... nothing happens.', 'We wait.'],
  ['an ellipsis before a sentence', 'It is a myth...', "It's a marathon.", 'It is odd…', 'The end.'],
  ['quotes after the stop', 'He said "it works."', 'She said “no.”', '‘Well?’', 'They left.'],
  ['a quoted question goes on', 'The talk "Who needs it?" is on Monday.', '"Yes!" says Kim.'],
  ['brackets after the stop', '(It works.)', '[It does not.]', 'Either way.'],
  ['brackets inside', 'Under certain (all?) circumstances it fails (see there. And here) often.', 'Sometimes not.'],
  ['brackets in brackets', 'Quernd (with (some) mills. The rest is slow) runs.', 'Sometimes not.'],
  ['a bracket that never closes', 'It (works.', 'It does.', 'It ends.'],
  ['a bracketed remark at the end', 'It works (so they say.)', 'It does.'],
  ['numbered points', '1. First of all it boots.', 'Then it runs.'],
  ['No. before a number', 'See No. 5 and p. 12.', 'Is it out?', 'No.', 'It is late.'],
  ['hashes and handles', 'It is out.', '@kim wrote it.', '#pebble is where we talk.'],
  ['an address after a stop stays', 'It works. https://a.example/b?c=d.e thanks to Kim.'],
  ['several stops', 'Really?!', 'Yes!!', 'No..', 'It is.'],
  ['etc.', 'It has USB, HDMI, etc. on one side.', 'It has USB, etc.', 'The rest is bare.'],
  ['acronyms are not abbreviations', 'It is in CA.', 'Kim likes the MS.', 'Both are old.'],
  ['scripts without blanks', '它可以运行。', '不行！'],
];

suite('cuts a text into sentences', () => {
  for (const [promise, ...sentences] of table) {
    test(promise, () => {
      const text = sentences.join(' ');
      assert.deepEqual(
        splitSentences(text).map(({ start, end }) => text.slice(start, end)),
        sentences,
      );
    });
  }
});

test('loses nothing but the blanks between sentences, whatever the text', () => {
  const bits = fc.constantFrom(
    '.',
    '?',
    '!',
    '…',
    ' ',
    ' ',
    'A',
    'a',
    'Inc',
    'The',
    '(',
    ')',
    '"',
    '3',
    '。',
    '😀',
    '@x',
  );
  const texts = fc.array(bits, { maxLength: 60 }).map((parts) => parts.join('').replaceAll(/\s+/g, ' ').trim());
  assertProperty(
    fc.property(texts, (text) => {
      const spans = splitSentences(text);
      const pieces = spans.map(({ start, end }) => text.slice(start, end));
      assert.equal(pieces.join('').replaceAll(' ', ''), text.replaceAll(' ', ''));
      for (const piece of pieces) assert.equal(piece, piece.trim());
      for (const [index, { start, end }] of spans.entries()) {
        assert.ok(start < end);
        assert.ok(start >= (spans[index - 1]?.end ?? 0));
      }
    }),
    { numRuns: 2000, seed: 41 },
  );
});

test('what stands in a parenthesis stays in its sentence, however late it comes, unless it goes on for very long', () => {
  const count = (text: string) => splitSentences(text).length;
  const inside = (length: number) => `(It is. Tea ${'tea '.repeat(length)}So it is.)`;
  const before = 'The kettle boils. '.repeat(60);
  for (const lead of ['', before]) {
    const already = lead === '' ? 0 : 60;
    assert.equal(count(`${lead}Kettlectl ${inside(10)} runs on arm64.`), already + 1);
    assert.equal(count(`${lead}Kettlectl ${inside(140)} runs on arm64.`), already + 1);
    assert.equal(count(`${lead}Kettlectl ${inside(160)} runs on arm64.`), already + 2);
  }
});
