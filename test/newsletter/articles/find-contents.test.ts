import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findContents } from '#newsletter/articles/find-contents.ts';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';

function find(markdown: string) {
  const { entries, listed, newsLists } = findContents(flattenMarkdown(parseMarkdown(markdown)));
  return {
    entries,
    listed: [...listed].map(({ line }) => line),
    over: [...newsLists].map(({ line }) => line),
  };
}

const news = '\n\n## Quernd\n\nIt runs.\n\n## Foodb\n\nIt stores.\n';

describe('the editor’s list of what the issue holds', () => {
  for (const [what, head, entries, listed] of [
    ['under a heading', '## In this issue\n\n- Quernd\n- Foodb', ['Quernd', 'Foodb'], [3, 4]],
    ['as a paragraph', 'In this issue: Quernd, Foodb', ['Quernd', 'Foodb'], [1]],
    ['below a paragraph', 'In this issue:\n\n- Quernd\n- Foodb', ['Quernd', 'Foodb'], [1, 3, 4]],
    ['a paragraph below a paragraph', 'In this issue:\n\nQuernd; Foodb', ['Quernd', 'Foodb'], [1, 3]],
    ['without a word above, where it repeats the headings', '- Quernd\n- Foodb', ['Quernd', 'Foodb'], [1, 2]],
    ['half of it is enough', '- Quernd runs\n- Other', ['Quernd runs', 'Other'], [1, 2]],
    ['each item once', '## Contents\n\n- Quernd\n\n  runs', ['Quernd'], [3, 5]],
  ] as const)
    test(what, () => assert.deepEqual(find(head + news), { entries, listed, over: [] }));
});

describe('what is no such list', () => {
  for (const [what, head] of [
    ['a list of other things', '- One\n- Two\n- Quernd'],
    ['text above the news', 'Quernd and Foodb'],
    ['a long line with a colon', `In this ${'very '.repeat(12)}issue: Quernd`],
    ['a heading without a list', '## In this issue'],
  ] as const)
    test(what, () => assert.deepEqual(find(head + news), { entries: [], listed: [], over: [] }));
});

describe('“in the news” may stand over the news itself', () => {
  test('with links it does', () =>
    assert.deepEqual(find(`## In the news\n\n- [Mill](https://a.example) turns${news}`), {
      entries: [],
      listed: [],
      over: [1],
    }));
  test('without links it is a list', () =>
    assert.deepEqual(find(`## In the news\n\n- A mill turns${news}`).listed, [3]));
  test('with links that repeat the headings it is a list', () =>
    assert.deepEqual(find(`## In the news\n\n- [Quernd](https://a.example)${news}`).listed, [3]));
});

test('where there is nothing but the list, the list is the news', () => {
  assert.deepEqual(find('## In this issue\n\n- Quernd runs\n'), { entries: ['Quernd runs'], listed: [], over: [1] });
  assert.deepEqual(find('## In this issue\n\n- Quernd runs\n\n## Subscribe\n\nWrite to us.\n').over, [1]);
  assert.deepEqual(find('In this issue:\n\n- Quernd runs\n'), { entries: ['Quernd runs'], listed: [1], over: [] });
});

test('the list is the news where nothing else is told but of the newsletter itself', () =>
  assert.deepEqual(find('This newsletter comes out weekly.\n\n## In this issue\n\n- Quernd runs\n- Foodb stores\n'), {
    entries: ['Quernd runs', 'Foodb stores'],
    listed: [],
    over: [3],
  }));
