import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bareDiscordLink, encodeBrackets, findBareUrls, findDiscordUrl } from '#platforms/discord/text/url.ts';

describe('an address that Discord may link', () => {
  const long = (characters: number) => `https://pot.example/${'a'.repeat(characters - 20)}`;
  const cases: readonly [url: string, linked: string | undefined][] = [
    ['https://pot.example/a', 'https://pot.example/a'],
    ['HTTP://POT.example', 'http://pot.example/'],
    ['mailto:cook@pot.example', undefined],
    ['javascript:alert(1)', undefined],
    ['pot.example', undefined],
    ['https://bank.example@evil.example/', undefined],
    ['https://:secret@evil.example/', undefined],
    ['https://[::1]/', undefined],
    ['https://pot.example/*a*|`"', 'https://pot.example/%2Aa%2A%7C%60%22'],
    ['https://pot.example/?q=@everyone', 'https://pot.example/?q=%40everyone'],
    ['https://pot.example/@HERE', 'https://pot.example/%40HERE'],
    ['https://pot.example/@cook', 'https://pot.example/@cook'],
    [long(600), long(600)],
    [long(601), undefined],
    [`https://pot.example/${'('.repeat(194)}`, undefined],
    [`https://${'a.'.repeat(123)}example/`, `https://${'a.'.repeat(123)}example/`],
    [`https://${'a.'.repeat(124)}example/`, undefined],
  ];
  for (const [url, linked] of cases) test(url.slice(0, 60), () => assert.equal(findDiscordUrl(url), linked));
});

test('brackets that would end a link are encoded', () => {
  assert.equal(encodeBrackets('https://a.example/(b)[c]'), 'https://a.example/%28b%29%5Bc%5D');
  assert.equal(bareDiscordLink('https://a.example/(b)[c]'), '<https://a.example/(b)%5Bc%5D>');
});

describe('bare addresses of a text, without what follows them', () => {
  const cases: readonly [text: string, urls: readonly string[]][] = [
    ['see https://a.example.', ['https://a.example']],
    ['see https://a.example/b?!)', ['https://a.example/b']],
    ['(https://a.example/b_(c))', ['https://a.example/b_(c)']],
    ['https://a.example/b_(c)).', ['https://a.example/b_(c)']],
    ['**https://a.example**', ['https://a.example']],
    ['<https://a.example/> and HTTPS://B.example, too', ['<https://a.example/>', 'HTTPS://B.example']],
    ['<https://a.example. b', ['https://a.example']],
    ['no address', []],
  ];
  for (const [text, urls] of cases)
    test(text, () =>
      assert.deepEqual(
        findBareUrls(text).map(({ start, end }) => text.slice(start, end)),
        urls,
      ),
    );
});
