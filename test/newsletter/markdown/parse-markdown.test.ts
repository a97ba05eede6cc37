import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';

const piecesOf = (markdown: string) => parseMarkdown(markdown).flatMap(({ children }) => children ?? []);

test('a paragraph knows its lines, and each piece its own, counted from there', () => {
  const tokens = parseMarkdown('# A\n\nb\n*c* `d`\n');
  assert.deepEqual(tokens.find(({ type }) => type === 'paragraph_open')?.map, [2, 4]);
  const pieces = piecesOf('b\n*c* `d\ne`\n[f](https://a.example)\n');
  const lineOf = (content: string) => pieces.find((piece) => piece.content === content)?.map?.[0];
  assert.deepEqual(['b', 'c', 'f'].map(lineOf), [0, 1, 3]);
});

test('tables and what is struck out are read, other dialects are not', () => {
  const types = parseMarkdown('| a | b |\n|-|-|\n| c | d |\n').map(({ type }) => type);
  assert.ok(types.includes('table_open'));
  assert.ok(piecesOf('~~a~~').some(({ type }) => type === 's_open'));
  assert.equal(piecesOf('"a" (c) --').at(0)?.content, '"a" (c) --');
});

describe('an address is kept as it was written', () => {
  for (const url of ['https://a.example/ä?b=%c3', 'javascript:alert(1)'])
    test(url, () => assert.equal(piecesOf(`[a](${url})`)[0]?.attrGet('href'), url));
  test('also a bare one', () => {
    const [open, text] = piecesOf('https://münchen.example/a%20b');
    assert.equal(open?.attrGet('href'), 'https://münchen.example/a%20b');
    assert.equal(text?.content, 'https://münchen.example/a%20b');
  });
});

describe('a bare address', () => {
  const hrefOf = (text: string) =>
    piecesOf(text)
      .find(({ type }) => type === 'link_open')
      ?.attrGet('href') ?? undefined;
  for (const [text, href] of [
    ['www.a.example', 'http://www.a.example'],
    ['ftp://a.example', 'ftp://a.example'],
    ['https://a.example:8443/b', 'https://a.example:8443/b'],
    ['https://a.example/b:', 'https://a.example/b'],
    ['a.example', undefined],
    ['kim@a.example', undefined],
    ['//a.example', undefined],
    ['https://', undefined],
  ] as const)
    test(text, () => assert.equal(hrefOf(text), href));
});
