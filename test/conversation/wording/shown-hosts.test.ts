import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { looksLikeAddress, showsOtherHost } from '#conversation/wording/shown-hosts.ts';

describe('whether words show another host than they lead to', () => {
  const cases: readonly [words: string, hostname: string, isOther: boolean][] = [
    ['pot.example', 'pot.example', false],
    ['POT.Example', 'pot.example', false],
    ['pot.example', 'Pot.EXAMPLE', false],
    ['www.pot.example', 'pot.example', false],
    ['pot.example', 'www.pot.example', false],
    ['pot.example', 'shop.pot.example', false],
    ['shop.pot.example', 'pot.example', true],
    ['pot.example', 'spot.example', true],
    ['pot.example', 'pot.example.evil.example', true],
    ['the pot', 'evil.example', false],
    ['see bank.example now', 'evil.example', true],
    ['bank.example.', 'evil.example', true],
    ['.bank.example', 'evil.example', true],
    ['well...bank.example', 'evil.example', true],
    ['pot.js', 'evil.example', false],
    ['Pot.JS', 'evil.example', false],
    ['version 2.1', 'evil.example', false],
    ['10.0.0.1', 'evil.example', true],
    ['10.0.0.1', '10.0.0.1', false],
    ['1.2.3.4.5', 'evil.example', false],
    ['b\u00fccher.example', 'xn--bcher-kva.example', false],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example', false],
    ['bank\uff0eexample', 'evil.example', true],
    ['bank\u3002example', 'evil.example', true],
    ['ends with a stop.', 'evil.example', false],
    [`${'ü'.repeat(300)}.example`, `${'ü'.repeat(300)}.example`, false],
    [`${'kettle.'.repeat(36)}example`, `${'kettle.'.repeat(36)}example`, false],
  ];
  for (const [words, hostname, isOther] of cases)
    test(`“${words}” for ${hostname}: ${isOther}`, () => assert.equal(showsOtherHost(words, hostname), isOther));
});

test('of several hosts that words show, each one counts, whichever comes first', () => {
  assert.equal(showsOtherHost('kettle.example or pan.example', 'kettle.example'), true);
  assert.equal(showsOtherHost('pan.example or kettle.example', 'kettle.example'), true);
  assert.equal(showsOtherHost('kettle.example or www.kettle.example', 'www.kettle.example'), false);
});

test('words look like an address by their scheme or a www before them, in whatever width they are written', () => {
  for (const words of ['https://pot', 'see ftp://pot', 'www.pot', 'WWW.pot', 'https：／／pot', 'ｗｗｗ．pot'])
    assert.equal(looksLikeAddress(words), true, words);
  for (const words of ['pot: a kettle', 'and/or', 'the www. of pots', 'wwwpot'])
    assert.equal(looksLikeAddress(words), false, words);
});
