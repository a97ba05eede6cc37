import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findSlackUrl, linkOnSlack } from '#platforms/slack/rendering/link.ts';

const url = 'https://www.kitchen.example/kettle';

test('words that name the link’s own site, or no site at all, are its words', () => {
  for (const words of ['The kettle', 'Kitchen.example announces Kettlectl', 'Node.js on Arm', 'Kettlectl v1.0']) {
    assert.deepEqual(linkOnSlack(url, words), [{ type: 'link', url, text: words }]);
  }
});

test('web and mail addresses are linked, as a browser writes them, and nothing else is', () => {
  const cases: readonly [url: string, linked: string | undefined][] = [
    ['https://kitchen.example', 'https://kitchen.example/'],
    [' http://kitchen.example/a b ', 'http://kitchen.example/a%20b'],
    ['mailto:ann@kitchen.example', 'mailto:ann@kitchen.example'],
    ['file:///etc/passwd', undefined],
    ['slack://open', undefined],
    ['kitchen.example', undefined],
    ['https://kitchen.example/a|b', undefined],
    [`https://kitchen.example/${'a'.repeat(1_976)}`, `https://kitchen.example/${'a'.repeat(1_976)}`],
    [`https://kitchen.example/${'a'.repeat(1_977)}`, undefined],
  ];
  for (const [given, linked] of cases) assert.equal(findSlackUrl(given), linked, given.slice(0, 40));
});

test('words that name another site, or look like an address, stand beside the address itself', () => {
  const others = [
    'teapot.example',
    'See slack.com.',
    'https://kitchen.example',
    'www.kitchen.example',
    'WWW.kitchen.example',
    'ann@kitchen.example',
  ];
  // However its dots and letters are written, and as a number too.
  others.push('teapot。example', 'ｔｅａｐｏｔ．ｅｘａｍｐｌｅ', 'log in at 203.0.113.7');
  others.push('https：／／kitchen.example', 'ｗｗｗ．kitchen.example', 'ann＠kitchen.example');
  for (const words of [...others, 'evilkitchen.example', 'kitchen.example.evil.example', 'Küche.example']) {
    assert.deepEqual(linkOnSlack(url, words), [
      { type: 'text', text: `${words}: ` },
      { type: 'link', url },
    ]);
  }
});

test('words that are the address itself, and no words, are the address alone', () => {
  for (const words of [url, ` ${url} `, '']) assert.deepEqual(linkOnSlack(url, words), [{ type: 'link', url }]);
});

test('an address that nobody should be sent to is words only', () => {
  assert.deepEqual(linkOnSlack('javascript:boil()', 'Boil'), [{ type: 'text', text: 'Boil' }]);
  assert.deepEqual(linkOnSlack('kitchen', ''), []);
});

test('a host that only ends like the one its words show is another host', () => {
  const url = 'https://evilkitchen.example/';
  for (const words of ['kitchen.example', 'The kettle at Kitchen.example']) {
    assert.deepEqual(linkOnSlack(url, words), [
      { type: 'text', text: `${words}: ` },
      { type: 'link', url },
    ]);
  }
  assert.deepEqual(linkOnSlack('https://www.kitchen.example/', 'kitchen.example').length, 1, 'its own site is');
});
