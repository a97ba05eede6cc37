import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSafeUrl } from '#conversation/wording/safe-url.ts';

test('only addresses of the web and of mail can be opened', () => {
  assert.equal(findSafeUrl('http://x.example'), 'http://x.example/');
  assert.equal(findSafeUrl('https://x.example/ä b'), 'https://x.example/%C3%A4%20b');
  assert.equal(findSafeUrl('mailto:me@x.example'), 'mailto:me@x.example');
  for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'x', '']) assert.equal(findSafeUrl(url), undefined);
});
