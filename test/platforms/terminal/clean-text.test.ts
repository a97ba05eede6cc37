import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanTexts } from '#platforms/terminal/clean-text.ts';

test('what could drive a terminal is removed, what people write stays', () => {
  assert.equal(cleanTexts('a\u001b[31mb'), 'a [31mb');
  assert.equal(cleanTexts(' two\r\n lines\t\tand a tab '), 'two lines and a tab');
  assert.equal(cleanTexts('left\u202eright\u2066!'), 'leftright!');
  assert.equal(cleanTexts('soft\u00adhyphen \ufefftext'), 'softhyphen text');
  assert.equal(cleanTexts('👩‍🚀 naïve 茶壺'), '👩‍🚀 naïve 茶壺');
  assert.equal(cleanTexts('half \ud83d pair'), 'half \ufffd pair');
});
