import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { storableText } from '#storage/kept/storable-text.ts';

describe('a text as every engine keeps it', () => {
  const cases: readonly [name: string, text: string, kept: string][] = [
    ['plain words stay', 'does quernd run on armv6?', 'does quernd run on armv6?'],
    ['zero characters go', '\0que\0rnd\0', 'quernd'],
    ['the first half of a character becomes a sign for none', 'mill \ud83d', 'mill \ufffd'],
    ['so does the second half', '\ude00 mill', '\ufffd mill'],
    ['halves that a zero character parted are whole again', '\ud83d\0\ude00', '\u{1f600}'],
    ['whole characters beyond the first plane stay', '\u{1f600}', '\u{1f600}'],
  ];
  for (const [name, text, kept] of cases) test(name, () => assert.equal(storableText(text), kept));
});
