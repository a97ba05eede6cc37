import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readHtmlBlock } from '#newsletter/markdown/read-html-block.ts';

const read = (html: string, firstLine = 1) =>
  readHtmlBlock(html, firstLine).map(({ kind, depth, inline }) => [kind, depth, inline.text, inline.marks[0]?.line]);

describe('a block of HTML as its reader sees it', () => {
  test('headings and paragraphs with their lines', () =>
    assert.deepEqual(read('<h2>Mills</h2>\n<p>Quernd\nruns.</p>\n<div>Foodb <b>too</b></div>', 5), [
      ['heading', 2, 'Mills', 5],
      ['paragraph', 0, 'Quernd runs.', 6],
      ['paragraph', 0, 'Foodb too', 8],
    ]));
  test('a break ends a paragraph', () =>
    assert.deepEqual(
      read('<p>a<br>b</p>').map(([, , text]) => text),
      ['a', 'b'],
    ));
  test('what is struck out is not said, to the end of its paragraph', () => {
    assert.deepEqual(
      read('<p>a <del>b</del> c</p>').map(([, , text]) => text),
      ['a c'],
    );
    assert.deepEqual(
      read('<p>a <s>b</p><p>c</p>').map(([, , text]) => text),
      ['a', 'c'],
    );
    assert.deepEqual(
      read('<p>a</s> b</p>').map(([, , text]) => text),
      ['a b'],
    );
    assert.deepEqual(
      read('<p>a</s> b <s>c</s></p>').map(([, , text]) => text),
      ['a b'],
    );
  });
  test('links, and one that is never closed', () => {
    const [part] = readHtmlBlock('<p><a href="https://a.example">one</a> <a href="https://b.example">two</p>', 1);
    assert.deepEqual(
      part?.inline.links.map(({ url, words }) => [url, words]),
      [
        ['https://a.example', 'one'],
        ['https://b.example', 'two'],
      ],
    );
  });
});

describe('a table', () => {
  const table = (...rows: readonly string[]) => `<table>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</table>`;
  const heads = '<th>Mill</th><th>arm64</th>';
  test('a row is said with the heads of its columns', () =>
    assert.deepEqual(read(table(heads, '<td>Quernd</td><td>yes</td>', '<td>Foodb</td><td>no</td>')), [
      ['row', 0, 'Quernd – arm64: yes', 2],
      ['row', 0, 'Foodb – arm64: no', 3],
    ]));
  test('only the first row of heads alone is heads', () =>
    assert.deepEqual(
      read(table(heads, heads, '<th>Quernd</th><td>yes</td>')).map(([, , text]) => text),
      ['Mill – arm64: arm64', 'Quernd – arm64: yes'],
    ));
  test('the heads of a table are not the next one’s', () =>
    assert.deepEqual(
      read(`${table(heads, '<td>a</td><td>b</td>')}${table('<td>c</td><td>d</td>')}`).map(([, , text]) => text),
      ['a – arm64: b', 'c – d'],
    ));
  test('of one column it only places things on the page', () =>
    assert.deepEqual(
      read(table('<td><h3>Mills</h3><p>Quernd runs.</p></td>')).map(([kind, , text]) => [kind, text]),
      [
        ['heading', 'Mills'],
        ['paragraph', 'Quernd runs.'],
      ],
    ));
  test('the paragraphs of a cell are said together', () =>
    assert.deepEqual(
      read(table('<td><p>a</p><p>b</p></td><td>c</td>')).map(([, , text]) => text),
      ['a b – c'],
    ));
});
