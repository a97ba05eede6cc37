import assert from 'node:assert/strict';
import { parseFacts } from '#facts/parse-facts.ts';
import type { Article, Issue } from '#newsletter/issue.ts';
import type { FactualIssue } from '#search/reading/order-facts.ts';
import { buildSnapshot } from '#search/snapshot.ts';

interface ArticleText {
  readonly heading: string;
  readonly section?: string;
  readonly sentences: readonly string[];
}

/** An issue of an invented newsletter, as the reader of Markdown would hand it over. */
export function inventIssue(
  id: string,
  day: string,
  articles: readonly ArticleText[],
  more: Partial<Issue> = {},
): Issue {
  const [year, week] = id.split('-W').map(Number);
  return {
    id,
    year: year ?? 0,
    week: week ?? 0,
    title: `Kitchen Weekly, ${id}`,
    date: { day, isDerived: false },
    isDraft: false,
    isRestated: false,
    contents: [],
    articles: articles.map((article, index) => inventArticle(article, id, index + 1)),
    ...more,
  };
}

function inventArticle({ heading, section = '', sentences }: ArticleText, issueId: string, place: number): Article {
  return {
    id: `${issueId}#${place}`,
    issueId,
    heading,
    section,
    kind: 'news',
    line: place * 10,
    sentences: sentences.map((text, index) => ({ text, line: place * 10 + index + 1, block: 0, kind: 'prose' })),
    links: [],
  };
}

/** The same with its facts, as the reader of fact files hands them over. */
export function withFacts(issue: Issue, yaml = ''): FactualIssue {
  const { facts, problems } = parseFacts(`${issue.id}.facts.yaml`, yaml, issue);
  assert.deepEqual(problems, []);
  return { issue, facts };
}

/** Three issues about kitchen software that nobody wrote; the newest has no facts. */
export const kitchenArchive = buildSnapshot([
  withFacts(
    inventIssue('2030-W07', '2030-02-15', [
      {
        heading: 'Kettlectl 1.0 is out',
        sentences: ['Kettlectl 1.0 runs on armv7 and arm64.', 'There is no Kettlectl for Windows.'],
      },
    ]),
    `
- article: Kettlectl 1.0 is out
  says: Kettlectl 1.0 runs on armv7 and arm64.
  about: [Kettlectl]
  on: [armv7, arm64]
  status: yes
  asks: [does kettlectl run on arm64?]
- article: Kettlectl 1.0 is out
  says: There is no Kettlectl for Windows.
  about: [Kettlectl]
  on: [Windows]
  status: no
  asks: [is there a windows build of kettlectl?]
`,
  ),
  withFacts(
    inventIssue(
      '2031-W07',
      '2031-02-14',
      [
        { heading: 'News', sentences: [] },
        { heading: 'Teapotd 2.0 is out', section: 'News', sentences: ['The Teapotd daemon now supports arm64.'] },
        { heading: 'Spoonfs for small boards', section: 'Storage', sentences: ['Spoonfs does not work on armv6.'] },
      ],
      { link: 'https://kitchen.example/2031-7' },
    ),
    `
- article: Teapotd 2.0 is out
  says: The Teapotd daemon now supports arm64.
  about: [Teapotd]
  on: [arm64]
  status: yes
  asks: [does teapotd run on arm64?]
- article: Spoonfs for small boards
  says: Spoonfs does not work on armv6.
  about: [Spoonfs]
  on: [armv6]
  status: no
  asks: [does spoonfs run on armv6?]
`,
  ),
  withFacts(
    inventIssue('2031-W08', '2031-02-21', [{ heading: '', sentences: ['A bare list of one line about forks.'] }], {
      date: { day: '2031-02-21', isDerived: true },
    }),
  ),
]);
