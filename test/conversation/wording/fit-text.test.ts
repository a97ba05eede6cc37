import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cutLabel, fitText } from '#conversation/wording/fit-text.ts';

/** One family, one flag, one letter with two marks: each is one character to a reader. */
const joined = ['👩‍👩‍👧‍👦', '🏳️‍🌈', '👨🏽‍💻', 'e\u0323\u0302', '🇩🇪'];

test('a label that is cut keeps whole what a reader sees as one character', () => {
  for (const one of joined) {
    const label = one.repeat(30);
    for (let max = 12; max < 60; max++) {
      const cut = cutLabel(label, max);
      assert.ok(cut.length <= max, `${cut} at ${max}`);
      assert.equal(cut, `${one.repeat((cut.length - 1) / one.length)}…`);
    }
  }
});

test('a text without a blank is cut between characters as a reader sees them, and none is lost', () => {
  for (const one of joined) {
    const parts = fitText(one.repeat(50), (part) => part.length <= 60);
    assert.equal(parts.map((part) => part.replaceAll(/ ?… ?/g, '')).join(''), one.repeat(50));
    for (const part of parts) assert.equal(part.replaceAll(/ ?… ?/g, '').length % one.length, 0, part);
  }
});

test('a label is cut between words, and in the middle of one only where most of it would be lost', () => {
  assert.equal(cutLabel('a kettle for small boards', 20), 'a kettle for small…');
  assert.equal(cutLabel('a kettleforsmallboards', 12), 'a kettlefor…');
  assert.equal(cutLabel('a kettle', 8), 'a kettle');
});
