import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeFeed } from '#sources/feed/decode-feed.ts';

const latin1 = (text: string) => Buffer.from(text, 'latin1');
const utf16 = (text: string, isBig = false) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
const declared = (encoding: string, text = 'Tee für dich') =>
  `<?xml version="1.0" encoding="${encoding}"?><a>${text}</a>`;

test('a feed’s letters: by its byte order mark, else the server’s word, else its own, else UTF-8', () => {
  for (const [body, contentType] of [
    [Buffer.from('Tee für dich'), ''],
    [Buffer.from('\ufeffTee für dich'), 'text/xml; charset=iso-8859-1'],
    [utf16('Tee für dich'), 'text/xml; charset=utf-8'],
    [utf16('Tee für dich', true), 'text/xml; charset=utf-8'],
    [latin1('Tee für dich'), 'text/xml; charset=ISO-8859-1'],
    [latin1('Tee für dich'), 'text/xml; Charset = "iso-8859-1"'],
    [latin1(declared('iso-8859-1')), 'text/xml'],
    [latin1(` ${declared('ISO-8859-1').replaceAll('"', "'")}`), ''],
    [Buffer.from(declared('iso-8859-1')), 'text/xml; charset=utf-8'],
    [Buffer.from(declared('kitchen-8')), ''],
    [Buffer.from('Tee für dich'), 'text/xml; charset=kitchen-8'],
  ] as const) {
    assert.match(decodeFeed(body, contentType), /Tee für dich/, `${contentType} ${body.subarray(0, 40)}`);
  }
});

test('what is declared far down is not the feed’s own word', () => {
  const text = `${' '.repeat(300)}${declared('iso-8859-1')}`;
  assert.match(decodeFeed(Buffer.from(text), ''), /Tee für dich/);
});
