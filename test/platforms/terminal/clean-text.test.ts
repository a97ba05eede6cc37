import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanText, findSafeUrl } from '#platforms/terminal/clean-text.ts';

test('what could drive a terminal is removed, what people write stays', () => {
  assert.equal(cleanText('a\u001b[31mb'), 'a [31mb');
  assert.equal(cleanText(' two\r\n lines\t\tand a tab '), 'two lines and a tab');
  assert.equal(cleanText('left\u202eright\u2066!'), 'leftright!');
  assert.equal(cleanText('soft\u00adhyphen \ufefftext'), 'softhyphen text');
  assert.equal(cleanText('👩‍🚀 naïve 茶壺'), '👩‍🚀 naïve 茶壺');
  assert.equal(cleanText('half \ud83d pair'), 'half \ufffd pair');
});

test('only addresses of the web and of mail can be opened', () => {
  assert.equal(findSafeUrl('http://x.example'), 'http://x.example/');
  assert.equal(findSafeUrl('https://x.example/ä b'), 'https://x.example/%C3%A4%20b');
  assert.equal(findSafeUrl('mailto:me@x.example'), 'mailto:me@x.example');
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'x', '']) assert.equal(findSafeUrl(url), undefined);
});
