import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createInlineCollector, lineAt } from '#newsletter/markdown/inline-text.ts';
import { joinInline, joinRow } from '#newsletter/markdown/join-inline.ts';

const collect = (...texts: readonly string[]) => {
  const collector = createInlineCollector();
  for (const text of texts) collector.addText(text, 1);
  return collector.finish();
};

describe('white space is folded to single blanks', () => {
  for (const [what, texts, text] of [
    ['inside a piece', ['a  \t b'], 'a b'],
    ['between two pieces, where either has some', ['a ', 'b', ' c'], 'a b c'],
    ['between two that have none there is none', ['a', 'b'], 'ab'],
    ['a piece of nothing but blanks parts', ['a', '  ', 'b'], 'a b'],
    ['none at the head or the end', ['  a  '], 'a'],
    ['a line break is one', ['a\nb\r\nc\rd'], 'a b c d'],
    ['what nobody sees goes', ['a\u200bb\u00adc\u202ed'], 'abcd'],
    ['a joiner stays inside an emoji only', ['a\u200db 👩\u200d💻'], 'ab 👩\u200d💻'],
  ] as const)
    test(what, () => assert.equal(collect(...texts).text, text));
});

test('the line of each character is known', () => {
  const collector = createInlineCollector();
  collector.addText('one\ntwo', 4);
  collector.addText(' three', 5);
  collector.addText(' four', 7);
  const { text, marks } = collector.finish();
  assert.equal(text, 'one two three four');
  assert.deepEqual(marks, [
    { offset: 0, line: 4 },
    { offset: 4, line: 5 },
    { offset: 14, line: 7 },
  ]);
  assert.deepEqual(
    [0, 3, 4, 13, 14, 99].map((offset) => lineAt(marks, offset)),
    [4, 4, 5, 5, 7, 7],
  );
  assert.equal(lineAt([], 3), 1);
});

describe('links', () => {
  const link = (url: string, words = 'words') => {
    const collector = createInlineCollector();
    collector.addText('See ', 1);
    const start = collector.startLink();
    collector.addText(words, 2);
    collector.endLink(start, url, 2);
    return collector.finish().links;
  };
  test('know their words, their place and their line', () =>
    assert.deepEqual(link(' https://a.example '), [
      { url: 'https://a.example', words: 'words', line: 2, start: 3, end: 9 },
    ]));
  test('what is for downloads is of the web, too', () =>
    assert.equal(link('ftp://a.example/quernd.tar.gz')[0]?.url, 'ftp://a.example/quernd.tar.gz'));
  for (const url of ['https://a.example', 'http://a.example'])
    test(`the address itself is no words: ${url}`, () => {
      assert.equal(link(url, url)[0]?.words, '');
      assert.equal(link(url, 'a.example')[0]?.words, '');
    });
  for (const url of [
    'a.html',
    '/a',
    '#a',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'data:,a',
    'https://a b',
    'https://',
  ])
    test(`none leads to ${url}`, () => assert.deepEqual(link(url), []));
});

describe('texts one behind the other', () => {
  const part = (text: string, line: number, url?: string) => {
    const collector = createInlineCollector();
    const start = collector.startLink();
    collector.addText(text, line);
    if (url !== undefined) collector.endLink(start, url, line);
    return collector.finish();
  };
  test('know the lines and links of each', () => {
    const { text, marks, links } = joinInline([
      { before: '> ', inline: part('one', 3) },
      { before: ', ', inline: part('two', 5, 'https://a.example') },
    ]);
    assert.equal(text, '> one, two');
    assert.deepEqual(marks, [
      { offset: 0, line: 3 },
      { offset: 7, line: 5 },
    ]);
    assert.deepEqual(
      links.map(({ start, end }) => text.slice(start, end)),
      ['two'],
    );
  });
  test('a row is its first cell, then each other behind the head of its column; empty cells are left out', () => {
    const cells = (...texts: readonly string[]) => texts.map((text) => part(text, 1));
    const heads = cells('Mill', 'arm64', 'Since', '');
    assert.equal(joinRow(cells('Quernd', 'yes', '2.0', 'x'), heads).text, 'Quernd – arm64: yes; Since: 2.0; x');
    assert.equal(joinRow(cells('Quernd', '', '2.0'), heads).text, 'Quernd – Since: 2.0');
    assert.equal(joinRow(cells('', 'yes', '2.0'), heads).text, 'arm64: yes – Since: 2.0');
    assert.equal(joinRow(cells('a', 'b'), []).text, 'a – b');
  });
});
