import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { escapeDiscord } from '#platforms/discord/text/escape.ts';
import { discordLink } from '#platforms/discord/text/link.ts';
import { findBrokenLinks } from '../../../../local/discord-server/find-broken-links.ts';
import { findMentionMarkup } from '../../../../local/discord-server/find-mention-markup.ts';
import { assertProperty } from '../../../fixtures/assert-property.ts';
import { hostileWords } from '../rendering/hostile-response.ts';

test('words open the address without a preview', () => {
  assert.equal(
    discordLink('https://pot.example/new', 'the *new* pot'),
    '[the \\*new\\* pot](<https://pot.example/new>)',
  );
});

test('brackets in the address and in the words do not end the link', () => {
  assert.equal(
    discordLink('https://pot.example/a_(b)?c=[d]', 'pot [beta]'),
    '[pot (beta)](<https://pot.example/a_%28b%29?c=%5Bd%5D>)',
  );
});

test('words that name another host have the true one beside them', () => {
  assert.equal(
    discordLink('https://evil.example/x', 'see bank.example now'),
    '[see bank.example now](<https://evil.example/x>) (evil.example)',
  );
  assert.equal(
    discordLink('https://evil.example/x', 'bank.example/login'),
    'bank.example/login: <https://evil.example/x>',
  );
  assert.equal(discordLink('https://www.pot.example/x', 'pot.example'), '[pot.example](<https://www.pot.example/x>)');
});

test('a host in disguise is another host, and a part of the true one is not', () => {
  const other = [
    'bank\uFF0Eexample',
    'bank\u3002example',
    'bank.xn--e1afmkfd',
    'b\u0430nk.example',
    '93.184.216.34',
    'BANK.EXAMPLE:443',
    '(bank.example)',
    '...bank.example...',
    'me@bank.example',
  ];
  for (const words of other)
    assert.match(discordLink('https://pot.example/x', `see ${words} now`), /\) \(pot\.example\)$/, words);
  const honest = [
    'pot.example',
    'POT.EXAMPLE',
    'docs.pot.example',
    'Node.js 8',
    'v1.2.3',
    'e.g. a pot',
    'Boil it. Now',
    '3.5 litres',
  ];
  for (const words of honest)
    assert.match(discordLink('https://www.docs.pot.example/x', `see ${words} now`), /now\]\(<[^>]+>\)$/, words);
  assert.match(discordLink('https://pot.example/x', 'see docs.pot.example'), /\(pot\.example\)$/);
  // Letters beyond ASCII are the same host as their code.
  assert.match(discordLink('https://xn--tpfe-5qa.example/', 'see töpfe.example now'), /now\]\(<[^>]+>\)$/);
});

test('square brackets of an address that stands by itself begin no other link', () => {
  const url = 'https://kettle.example/[https://pot.example/@everyone[pot](https://evil.example)';
  for (const bare of [discordLink(url, ''), discordLink(url, 'bank.example'), escapeDiscord(`see ${url} now`)]) {
    assert.doesNotMatch(bare, /[[\]]/);
    assert.deepEqual(findBrokenLinks({ content: bare }), []);
  }
});

test('words that are an address themselves give way to the true one', () => {
  for (const words of ['https://bank.example/login', 'https：／／bank', 'ｗｗｗ．bank'])
    assert.equal(discordLink('https://evil.example/x', words), '<https://evil.example/x>', words);
  assert.equal(discordLink('https://pot.example/x', ''), '<https://pot.example/x>');
});

test('a name that ends in “.js” is no host, with a scheme it is an address', () => {
  const content = discordLink('https://pot.example/x', 'node.js');
  assert.equal(content, '[node.js](<https://pot.example/x>)');
  assert.deepEqual(findBrokenLinks({ content }), []);
  assert.equal(findBrokenLinks({ content: '[https://node.js](<https://pot.example/x>)' }).length, 1);
});

test('what is no web address, or hides its host, is plain text', () => {
  assert.equal(discordLink('javascript:boil()', 'boil *now*'), 'boil \\*now\\*');
  assert.equal(discordLink('javascript:boil()', ''), 'javascript:boil()');
  assert.equal(discordLink('https://bank.example@evil.example/', 'bank'), 'bank');
  assert.equal(discordLink(`https://pot.example/${'a'.repeat(2000)}`, 'long'), 'long');
});

test('no address and no words make a link that misleads, unfolds or pings', () => {
  assertProperty(
    fc.property(fc.oneof(fc.webUrl(), hostileWords), hostileWords, (url, words) => {
      const body = { content: discordLink(url, words) };
      assert.deepEqual(findBrokenLinks(body), []);
      assert.doesNotMatch(body.content.replaceAll(/<https?:\/\/[^\s<>]+>/g, ''), /https?:\/\/\S/i);
      assert.deepEqual(findMentionMarkup(body), []);
    }),
    { seed: 20310214, numRuns: 500 },
  );
});
