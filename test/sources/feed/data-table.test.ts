import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convertHtml } from '#sources/feed/html-to-markdown.ts';

const repeat = (text: string, times: number) => text.repeat(times);
const row = (cells: string) => `<tr>${cells}</tr>`;
const table = (...rows: readonly string[]) => `<table>${rows.join('')}</table>`;
const heads = row('<th>Name</th><th>arm64</th>');
const quernd = row('<td>Quernd</td><td>yes</td>');
const isTable = (html: string) => convertHtml(html, 'https://news.example/').includes('| --- |');

test('a table of data has a head in each column, a cell in each row, and no more of both than a page shows', () => {
  const cases: [name: string, html: string, isOne: boolean][] = [
    ['heads and a row', table(heads, quernd), true],
    ['a name at the head of a row', table(heads, row('<th>Quernd</th><td>yes</td>')), true],
    ['heads alone', table(heads), false],
    ['a head in one column only', table(row('<th>Name</th><td>arm64</td>'), quernd), false],
    ['a row with a cell too few', table(heads, quernd, row('<td>Foodb</td>')), false],
    ['a row with a cell too many', table(heads, quernd, row('<td>Foodb</td><td>no</td><td>late</td>')), false],
    ['twenty columns', table(row(repeat('<th>a</th>', 20)), row(repeat('<td>1</td>', 20))), true],
    ['more columns', table(row(repeat('<th>a</th>', 21)), row(repeat('<td>1</td>', 21))), false],
    ['five hundred rows', table(heads, repeat(quernd, 499)), true],
    ['more rows', table(heads, repeat(quernd, 500)), false],
  ];
  for (const [name, html, isOne] of cases) assert.equal(isTable(html), isOne, name);
});

test('of tables within each other, only the inmost holds data', () => {
  const html = table(heads, row(`<td>Foodb</td><td>${table(heads, quernd)}</td>`));
  assert.match(convertHtml(html, 'https://news.example/'), /^Name\n\narm64\n\nFoodb\n\n\| Name \| arm64 \|\n/);
});

test('no sign of a cell becomes Markdown’s', () => {
  const html = table(heads, row('<td>~~Quernd~~ *2*</td><td>&lt;b&gt; {x}</td>'));
  assert.equal(
    convertHtml(html, 'https://news.example/').split('\n').at(-1),
    '| \\~\\~Quernd\\~\\~ \\*2\\* | \\<b\\> \\{x\\} |',
  );
});
