import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findAddresses, foldAddress } from '../../../bench/originals/find-addresses.ts';

test('every address of a file is found with its line, without what the sentence puts behind it', () => {
  const text = [
    '![](https://mill.example/a.png) and (https://mill.example/b_(stone)).',
    '[unused]:https://mill.example/c',
    '[![a picture](https://mill.example/d.jpg)](https://mill.example/d), **https://mill.example/e**',
  ].join('\r\n');
  assert.deepEqual(
    findAddresses(text).map(({ url, line }) => `${line} ${url.replace('https://mill.example/', '')}`),
    ['1 a.png', '1 b_(stone)', '2 c', '3 d.jpg', '3 d', '3 e'],
  );
});

test('addresses that lead to the same place are the same', () => {
  const [first, ...others] = [
    'http://www.mill.example/Stones/',
    'https://mill.example/stones',
    'HTTPS://MILL.EXAMPLE/%53tones//',
  ].map(foldAddress);
  for (const other of others) assert.equal(other, first);
  assert.equal(foldAddress('https://mill.example/?a=1&amp;b=2'), foldAddress('http://mill.example/?a=1&b=2'));
  assert.notEqual(foldAddress('https://mill.example/?a=1'), foldAddress('https://mill.example/'));
  assert.equal(foldAddress('https://mill.example/100%'), 'mill.example/100%');
});
