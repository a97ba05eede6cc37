import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findIssueTitle } from '#newsletter/issues/issue-title.ts';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';

function find(markdown: string, stated?: string) {
  const passages = flattenMarkdown(parseMarkdown(markdown));
  const { title, rest } = findIssueTitle(passages, stated === undefined ? undefined : { value: stated, line: 1 });
  return [title, passages.length - rest.length];
}

describe('the title of an issue, taken out of its text', () => {
  for (const [what, markdown, title] of [
    ['a heading with a week', '# Mills, week 7\n\nText', 'Mills, week 7'],
    ['a heading with a number', '# Issue #12\n\n# Quernd\n\nText', 'Issue #12'],
    ['a heading with a day', '# Mill news, 12 February 2031\n\n# Quernd\n\nText', 'Mill news, 12 February 2031'],
    ['a heading over all others', '# Mills\n\n## Quernd\n\nText', 'Mills'],
    ['a name over text alone', '# Mills Weekly\n\nText', 'Mills Weekly'],
    ['“this week in”', '# This Week in Mills\n\nText', 'This Week in Mills'],
    ['a small heading with a week, on top', '## Week 7\n\n## Quernd\n\nText', 'Week 7'],
    ['a line with a week', 'Mills, week 7.\n\n## Quernd\n\nText', 'Mills, week 7'],
    ['a line that is the newsletter’s name', 'The Mill Newsletter\n\n## Quernd\n\nText', 'The Mill Newsletter'],
  ] as const)
    test(what, () => assert.deepEqual(find(markdown), [title, 1]));
});

describe('what stays in the text', () => {
  for (const [what, markdown] of [
    ['one of several headings as high', '# Quernd\n\nText\n\n# Foodb\n\nText'],
    ['the only heading, of a mill', '# Quernd\n\nText'],
    ['a small heading with a week behind text', 'Text\n\n## Week 7\n\nText'],
    ['a name of several as high', '# Mills Weekly\n\nText\n\n# Foodb\n\nText'],
    ['a long heading with a week', `# ${'mill '.repeat(30)} week 7\n\n# Foodb\n\nText`],
    ['a line of text', 'Quernd runs this week.\n\n## Foodb\n\nText'],
    ['a line with a link', '[Mills](https://a.example), week 7\n\n## Foodb\n\nText'],
    ['two lines', 'Mills\nweek 7\n\n## Foodb\n\nText'],
    ['a line of many words', 'One two three four five six seven eight nine, week 7\n\n## Foodb\n\nText'],
    ['an item', '- Mills, week 7\n\n## Foodb\n\nText'],
  ] as const)
    test(what, () => assert.deepEqual(find(markdown), [undefined, 0]));
});

test('beside a title in the first line a heading that only stands over the others is no title', () => {
  assert.deepEqual(find('Mills, week 7\n\n# Quernd\n\n## Foodb\n\nText'), ['Mills, week 7', 1]);
  assert.deepEqual(find('Mills, week 7\n\n# Mills, week 7\n\n## Foodb\n\nText'), ['Mills, week 7', 2]);
});

describe('beside a title of the keys, which is the one', () => {
  test('a heading that says the same is taken out', () =>
    assert.deepEqual(find('# Mills: weekly!\n\nText', 'mills weekly'), ['mills weekly', 1]));
  test('and one that names the issue', () => assert.deepEqual(find('# Issue 12\n\nText', 'Mills'), ['Mills', 1]));
  test('no other', () => assert.deepEqual(find('# Quernd\n\n## Foodb\n\nText', 'Mills'), ['Mills', 0]));
});
