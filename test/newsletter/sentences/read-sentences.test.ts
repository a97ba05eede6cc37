import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';
import type { TextPassage } from '#newsletter/markdown/passage.ts';
import { collectLinks, readSentences } from '#newsletter/sentences/read-sentences.ts';

const passagesOf = (markdown: string) =>
  flattenMarkdown(parseMarkdown(markdown)).filter((passage): passage is TextPassage => passage.kind === 'text');
const sentencesOf = (markdown: string) => readSentences(passagesOf(markdown));
const linksOf = (markdown: string) =>
  collectLinks(flattenMarkdown(parseMarkdown(markdown))).map(({ url, words, line }) => [url, words, line]);

describe('sentences', () => {
  test('with the line on which each begins, and the number of its block', () =>
    assert.deepEqual(
      sentencesOf('Quernd grinds. It\nsieves. It\nrests.\n\n- Foodb stores.\n').map(({ text, line, block, kind }) => [
        text,
        line,
        block,
        kind,
      ]),
      [
        ['Quernd grinds.', 1, 0, 'prose'],
        ['It sieves.', 1, 0, 'prose'],
        ['It rests.', 2, 0, 'prose'],
        ['Foodb stores.', 5, 1, 'item'],
      ],
    ));
  test('a row of a table is one, whatever stops are in it; a very long one is not', () => {
    const table = (cell: string) => `| Mill | State |\n|---|---|\n| Quernd | ${cell} |\n`;
    assert.equal(sentencesOf(table('It runs. It is fast.')).length, 1);
    assert.equal(sentencesOf(table(`It runs. It is ${'very '.repeat(80)}fast.`)).length, 2);
  });
  test('a line of code is one, whatever is in it', () =>
    assert.deepEqual(
      sentencesOf('```\nmake. Then run.\nhttps://a.example\n```\n').map(({ text, line, block }) => [text, line, block]),
      [
        ['make. Then run.', 2, 0],
        ['https://a.example', 3, 0],
      ],
    ));
  test('without a letter or a number there is none', () =>
    assert.deepEqual(
      sentencesOf('…\n\n- — !\n\nIt runs.').map(({ text, block }) => [text, block]),
      [['It runs.', 0]],
    ));
});

describe('an item that is a bare link and its label says nothing by itself', () => {
  for (const text of [
    'https://a.example',
    'https://a.example – Quernd 2.0',
    'https://a.example (Quernd)',
    'https://a.example, https://b.example',
    `https://a.example ${'x'.repeat(99)}`,
  ])
    test(text, () => assert.deepEqual(sentencesOf(text), []));
  for (const text of [
    'See https://a.example',
    '[Quernd](https://a.example)',
    'https://a.example is out.',
    'https://a.example is out! Get it',
    'https://a.example and [more](https://b.example)',
    `https://a.example ${'x'.repeat(100)}`,
  ])
    test(`but not ${text}`, () => assert.notDeepEqual(sentencesOf(text), []));
});

describe('the links of an article', () => {
  test('in order, with their words and lines', () =>
    assert.deepEqual(linksOf('[One](https://a.example) and\n[two](https://b.example).'), [
      ['https://a.example', 'One', 1],
      ['https://b.example', 'two', 2],
    ]));
  test('each once, where it first stands, with the first words that it has', () =>
    assert.deepEqual(linksOf('See https://a.example.\n\n[Quernd](https://a.example) or [mill](https://a.example)'), [
      ['https://a.example', 'Quernd', 1],
    ]));
  test('a label behind a bare link gives it its words', () =>
    assert.deepEqual(linksOf('https://a.example – Quernd 2.0\n\nhttps://b.example (Foodb)'), [
      ['https://a.example', 'Quernd 2.0', 1],
      ['https://b.example', 'Foodb', 3],
    ]));
  test('a label behind two bare links is neither’s', () =>
    assert.deepEqual(linksOf('https://a.example, https://b.example: mills'), [
      ['https://a.example', '', 1],
      ['https://b.example', '', 1],
    ]));
});
