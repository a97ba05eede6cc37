import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';
import { isCallOut } from '#newsletter/markdown/read-inline.ts';

const read = (markdown: string) => {
  const [passage] = flattenMarkdown(parseMarkdown(markdown));
  assert.ok(passage);
  return passage.inline;
};

describe('what a reader sees of a paragraph', () => {
  for (const [markdown, text] of [
    ['*a* **b** `c d` \\*e\\*', 'a b c d *e*'],
    ['a ~~b~~ c', 'a c'],
    ['a <del>b</del> <s>c</s> d', 'a d'],
    ['a </del> b', 'a b'],
    ['a </del> b <del>c</del> d', 'a b d'],
    ['~~`a` b~~ c', 'a c'],
    ['a<br>b  \nc\nd', 'a b c d'],
    ['a <b>c</b>&amp;d', 'a c&d'],
    ['![picture](a.png) a', 'a'],
    ['[![a *mill*](a.png)](https://a.example)', 'a mill'],
    ['a[^1] b[^long-name]', 'a b'],
    ['[x] done', 'done'],
    ['[lost][nowhere] link', 'lost link'],
    ['[lost][] link', 'lost link'],
  ] as const)
    test(markdown, () => assert.equal(read(markdown).text, text));
  test('a heading without its name', () => assert.equal(read('## Mills {#mills}').text, 'Mills'));
  test('a call-out without its mark', () => assert.equal(read('> [!NOTE]\n> Mind it').text, 'Mind it'));
});

describe('a link alone on its line, and what it is about', () => {
  for (const [what, markdown, text] of [
    ['are told apart', '[Quernd](https://a.example)\nIt runs.', 'Quernd: It runs.'],
    ['not where the link ends by itself', '[Quernd:](https://a.example)\nIt runs.', 'Quernd: It runs.'],
    ['not where the sentence goes on', '[Quernd](https://a.example)\nruns.', 'Quernd runs.'],
    [
      'not where there are two',
      '[Quernd](https://a.example) [Foodb](https://b.example)\nThey run.',
      'Quernd Foodb They run.',
    ],
    ['not where words stand before it', 'See [Quernd](https://a.example)\nIt runs.', 'See Quernd It runs.'],
  ] as const)
    test(what, () => assert.equal(read(markdown).text, text));
});

describe('links', () => {
  const linksOf = (markdown: string) => read(markdown).links.map(({ url, words, line }) => [url, words, line]);
  test('know their words and lines', () =>
    assert.deepEqual(linksOf('a\n[b *c*](https://a.example) d <a href="https://b.example">e</a>'), [
      ['https://a.example', 'b c', 2],
      ['https://b.example', 'e', 2],
    ]));
  test('a link that is struck out is there still', () =>
    assert.deepEqual(linksOf('~~[a](https://a.example)~~ b'), [['https://a.example', '', 1]]));
  test('a footnote that is an address alone is a link without words', () => {
    assert.deepEqual(linksOf('a[^1] b\n\n[^1]: https://a.example'), [['https://a.example', '', 1]]);
    assert.equal(read('a[^1] b\n\n[^1]: https://a.example').text, 'a b');
  });
  test('an anchor ends where the next begins, or the paragraph', () =>
    assert.deepEqual(linksOf('<a href="https://a.example">b <a href="https://c.example">d'), [
      ['https://a.example', 'b', 1],
      ['https://c.example', 'd', 1],
    ]));
});

test('a call-out is one of five', () =>
  assert.deepEqual(['[!NOTE] a', ' [!tip]', '[!Caution]', '[!mill]', 'a [!NOTE]'].map(isCallOut), [
    true,
    true,
    true,
    false,
    false,
  ]));
