import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';

const flatten = (markdown: string) => flattenMarkdown(parseMarkdown(markdown));
const shown = (markdown: string) =>
  flatten(markdown).map((passage) =>
    passage.kind === 'heading'
      ? `${passage.line} h${passage.depth} ${passage.inline.text}`
      : `${passage.line} ${passage.sentenceKind} ${passage.inline.text}`,
  );

describe('passages in order, with their lines', () => {
  for (const [what, markdown, passages] of [
    ['headings and paragraphs', '# A\n\ntext\n\nB\n---\n\n### C', ['1 h1 A', '3 prose text', '5 h2 B', '8 h3 C']],
    ['two lines above a rule are a paragraph', 'a\nb\n---\n', ['1 prose a b']],
    ['headings in quotes and lists are text', '> # A\n\n- # B\n', ['1 quote A', '3 item B']],
    ['lists inside quotes are quoted', '> - a\n', ['1 quote a']],
    ['quotes inside lists are quoted', '- > a\n', ['1 quote a']],
    ['a call-out is the newsletter’s own word', '> [!NOTE]\n> a\n', ['2 prose a']],
    ['code, line by line', '```sh\na\n\nb\n```\n\n    c\n', ['2 code a', '4 code b', '7 code c']],
    [
      'a table by its rows',
      '| M | arm64 |\n|-|-|\n| a | b |\n| c | d |\n',
      ['3 row a – arm64: b', '4 row c – arm64: d'],
    ],
    ['a table of heads alone says nothing', '| M | arm64 |\n|-|-|\n', []],
    [
      'the heads of a table are not the next one’s',
      '| M | x |\n|-|-|\n| a | b |\n\ntext\n\n| N | y |\n|-|-|\n| c | d |\n',
      ['3 row a – x: b', '5 prose text', '9 row c – y: d'],
    ],
    ['HTML', '<h2>A</h2>\n<p>b</p>\n', ['1 h2 A', '2 prose b']],
    ['HTML whose heading is further down', '<div>\n<h2>A</h2>\n\ntext', ['2 h2 A', '4 prose text']],
    ['HTML in a quote', '> <h2>A</h2>\n', ['1 quote A']],
    [
      'a list below a name says whose it is',
      '- Quernd:\n  - runs on arm64\n  - is fast\n- Foodb stores.\n  - well\n',
      [
        '1 item Quernd:',
        '2 item Quernd: runs on arm64',
        '3 item Quernd: is fast',
        '4 item Foodb stores.',
        '5 item well',
      ],
    ],
    [
      'a name of more than sixty letters is no name',
      `- ${'m'.repeat(61)}\n  - runs\n`,
      [`1 item ${'m'.repeat(61)}`, '2 item runs'],
    ],
  ] as const)
    test(what, () => assert.deepEqual(shown(markdown), passages));
});

test('an item and all below it have one number, and so has a list', () => {
  const [a, b, c, text, d] = flatten('- a\n  - b\n- c\n\ntext\n\n1. d\n').map((passage) =>
    passage.kind === 'text' ? passage : undefined,
  );
  assert.equal(b?.topItem, a?.topItem);
  assert.notEqual(c?.topItem, a?.topItem);
  assert.deepEqual([b?.topList, c?.topList], [a?.topList, a?.topList]);
  assert.deepEqual([text?.topList, text?.topItem], [undefined, undefined]);
  assert.notEqual(d?.topList, a?.topList);
  assert.notEqual(d?.topItem, c?.topItem);
});

test('the lines of one block of code have one number, every other passage has its own', () => {
  const blocks = flatten('a\n\n```\nb\nc\n```\n\nd\n').map((passage) => (passage.kind === 'text' ? passage.block : -1));
  assert.deepEqual(blocks, [0, 1, 1, 2]);
});

test('a footnote’s text is a note', () => {
  const notes = flatten('a[^1]\n\n[^1]: b *c*\n\n[d] e').map((passage) => passage.kind === 'text' && passage.isNote);
  assert.deepEqual(notes, [false, true, false]);
});

test('the links of a table know their line', () => {
  const [, row] = flatten('text\n\n| M | x |\n|-|-|\n| a | [b](https://a.example) |\n');
  assert.deepEqual(
    row?.inline.links.map(({ line }) => line),
    [5],
  );
});
