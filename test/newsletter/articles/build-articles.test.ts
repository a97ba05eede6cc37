import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

function articlesOf(markdown: string) {
  return parseIssue('2031-W07.md', markdown).issue?.articles ?? [];
}
const shown = (markdown: string) =>
  articlesOf(markdown).map(({ heading, section, kind, line, sentences }) =>
    [`${line} ${kind} ${section}/${heading}`, ...sentences.map(({ text }) => text)].join(' | '),
  );

describe('articles with their sections and lines', () => {
  for (const [what, markdown, articles] of [
    [
      'text under its nearest heading',
      '## Mills\n\n### Quernd\n\nIt runs.\n\n### Foodb\n\nIt stores.\n\n## Boards\n\nPebble boots.\n',
      ['3 news Mills/Quernd | It runs.', '7 news Mills/Foodb | It stores.', '11 news /Boards | Pebble boots.'],
    ],
    [
      'what stands below a heading over the news itself',
      '## In the news\n\n- [Mill](https://a.example) turns\n\n### Quernd\n\nIt runs.\n\n## Foodb\n\nIt stores.\n',
      ['1 news /In the news | Mill turns', '5 news In the news/Quernd | It runs.', '9 news /Foodb | It stores.'],
    ],
    [
      'a heading of its own, without text',
      '## Quernd runs\n\n## Foodb\n\nIt stores.\n',
      ['1 news /Quernd runs', '3 news /Foodb | It stores.'],
    ],
    [
      'an empty heading is none',
      '## Quernd\n\nIt runs.\n\n##\n\nIt is fast.\n',
      ['1 news /Quernd | It runs. | It is fast.'],
    ],
    [
      'what is about the newsletter',
      '## Quernd\n\nIt runs.\n\n## Subscribe\n\nWrite to us.\n\n### By mail\n\nOr call.\n',
      ['1 news /Quernd | It runs.', '5 housekeeping /Subscribe | Write to us.', '9 housekeeping /By mail | Or call.'],
    ],
    [
      'items under no heading',
      '- Quernd runs.\n- Foodb stores.\n',
      ['1 news / | Quernd runs.', '2 news / | Foodb stores.'],
    ],
    [
      'a list that its paragraph announces',
      'These run:\n\n- Quernd is one.\n- Foodb is one.\n',
      ['1 news / | These run: | Quernd is one. | Foodb is one.'],
    ],
    [
      'a list that no paragraph announces',
      'Mills run.\n\n- Quernd is one.\n- Foodb is one.\n',
      ['1 news / | Mills run.', '3 news / | Quernd is one.', '4 news / | Foodb is one.'],
    ],
    [
      'a list of bare links belongs to what stands above',
      'Mills run.\n\n- https://a.example\n',
      ['1 news / | Mills run.'],
    ],
    [
      'a word on the newsletter among paragraphs',
      'To subscribe, write.\n\nMills run.\n',
      ['1 housekeeping / | To subscribe, write.', '3 news / | Mills run.'],
    ],
    [
      'footnotes come last',
      '## Quernd\n\nIt runs[^1].\n\n[^1]: On arm64.\n\n## Foodb\n\nIt stores.\n',
      ['1 news /Quernd | It runs.', '7 news /Foodb | It stores.', '5 news / | On arm64.'],
    ],
  ] as const)
    test(what, () => assert.deepEqual(shown(markdown), articles));
});

test('an article has its place in the issue for a name, and the links of its heading', () => {
  const [first, second] = articlesOf(
    '## [Quernd](https://a.example)\n\nSee [it](https://b.example).\n\n## Foodb\n\nIt stores.\n',
  );
  assert.deepEqual([first?.id, second?.id, second?.issueId], ['2031-W07#1', '2031-W07#2', '2031-W07']);
  assert.deepEqual(
    first?.links.map(({ url }) => url),
    ['https://a.example', 'https://b.example'],
  );
});
