import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { listHeadlines } from '#newsletter/articles/list-headlines.ts';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { inventIssue } from '../../announcing/invent-issues.ts';

function textsOf(markdown: string): string[] {
  const { issue } = parseIssue('2031-W07.md', markdown);
  assert.ok(issue);
  return listHeadlines(issue).map(({ text }) => text);
}

/** An issue of pieces without headings, each of these sentences. */
function bareIssue(...pieces: readonly (readonly string[])[]): Issue {
  return inventIssue('2031-W07', {
    articles: pieces.map((texts, place) => ({
      id: `2031-W07#${place + 1}`,
      issueId: '2031-W07',
      heading: '',
      section: '',
      kind: 'news',
      line: 1,
      links: [],
      sentences: texts.map((text, block) => ({ text, line: 1, block, kind: 'prose' }) as never),
    })),
  });
}

describe('what an issue is about', () => {
  test('a line an article, in its order', () =>
    assert.deepEqual(textsOf('### Quernd\n\nIt grinds.\n\n### Foodb\n\nIt stores.\n'), ['Quernd', 'Foodb']));

  test('what leads in is no news where something has a heading', () =>
    assert.deepEqual(textsOf('Quernd has news.\n\n### Foodb\n\nIt stores.\n'), ['Foodb']));

  test('a section is a line where no article stands under it', () =>
    assert.deepEqual(
      textsOf('## Mills\n\nAll about them.\n\n### Quernd\n\nIt grinds.\n\n## Stores\n\nFoodb stores.\n'),
      ['Quernd', 'Stores'],
    ));
});

describe('pieces without headings', () => {
  const piece = (name: string) => [`${name} grinds.`, `${name} sieves.`];
  test('three are told in full', () =>
    assert.deepEqual(
      listHeadlines(bareIssue(piece('One'), piece('Two'), piece('Three'))).map(({ text }) => text),
      ['One grinds.', 'One sieves.', 'Two grinds.', 'Two sieves.', 'Three grinds.', 'Three sieves.'],
    ));

  test('of four, the first sentence of each', () =>
    assert.deepEqual(
      listHeadlines(bareIssue(piece('One'), piece('Two'), piece('Three'), piece('Four'))).map(({ text }) => text),
      ['One grinds.', 'Two grinds.', 'Three grinds.', 'Four grinds.'],
    ));

  test('one alone is told by twelve lines at most', () => {
    const many = Array.from({ length: 13 }, (_, at) => `Mill number ${at} grinds.`);
    assert.deepEqual(
      listHeadlines(bareIssue(many)).map(({ text }) => text),
      many.slice(0, 12),
    );
  });

  test('what only counts, announces or greets is no line', () => {
    const lines = ['#612 — March 17, 2031', 'In brief:', 'Issue no. 7', 'Welcome to the newsletter!', 'Quernd grinds.'];
    assert.deepEqual(
      listHeadlines(bareIssue(lines)).map(({ text }) => text),
      ['Quernd grinds.'],
    );
  });
});
