import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { isPageName, isUndatedName, parseIssueName } from '#newsletter/issues/parse-issue-name.ts';
import { matchFixture } from '../fixtures/match-fixture.ts';

test('an issue with every form of Markdown that newsletters use, whole', (t) => {
  const text = readFileSync(join(import.meta.dirname, '../fixtures/every-form.md'), 'utf8');
  const { issue, problems } = parseIssue('2031-W07.md', text);
  const { articles = [], ...head } = issue ?? {};
  const shown = articles.flatMap(({ sentences, links, ...article }) => [
    JSON.stringify(article),
    ...sentences.map((sentence) => `  ${JSON.stringify(sentence)}`),
    ...links.map((link) => `  ${JSON.stringify(link)}`),
  ]);
  matchFixture(t, [JSON.stringify(head, null, 1), ...shown, JSON.stringify(problems, null, 1)].join('\n'), 'issue.txt');
});

const names = [
  ...[
    '2031-W07.md',
    '2031-W00.md',
    '2031-W53.md',
    '2032-W53.md',
    '2026-W53.md',
    '0999-W07.md',
    '2031-w07.md',
    '31-W07.md',
  ],
  ...[
    '2031-02-14.md',
    '2031-02-14-this-week.md',
    '20310214.md',
    '2031_02_14 Tea & more!.md',
    '2031.02.14.md',
    '2031-02.14.md',
  ],
  ...[
    '2031-02-30.md',
    '2031/02/14.md',
    '2031/02/14/index.md',
    'a/2031/02-14-tea.md',
    '2031/13/14.md',
    '2031-02-14-tea/index.md',
  ],
  ...[
    '2031-02-14-tea/_index.md',
    'index.md',
    '_index.md',
    'about.md',
    'Archive.md',
    'week-7.md',
    'issue-12.md',
    'tea.md',
    'w7.md',
  ],
  ...[
    '2031-7.md',
    '404.md',
    '2031-W07.markdown',
    'x\\2031-W07.md',
    `2031-02-14-${'tea-'.repeat(30)}.md`,
    `${'x'.repeat(90)}.md`,
  ],
];

test('every way to name a file: the issue it is, or what is amiss', (t) => {
  const read = names.map((name) => {
    const signs = [isPageName(name) ? 'page' : '', isUndatedName(name) ? 'undated' : ''].join(' ');
    return `${name} → ${JSON.stringify(parseIssueName(name))} ${signs}`.trim();
  });
  matchFixture(t, read.join('\n'), 'issue-names.txt');
});

const keys = [
  ...[
    'draft: true',
    'draft: "true"',
    'draft: yes',
    'draft: perhaps',
    'draft: [1]',
    'draft: 1',
    'draft: ""',
    'draft:',
    'DRAFT: t',
  ],
  ...[
    'published: false',
    'published: 2031-02-20',
    'published: soon',
    'publish: n',
    'public: off',
    'unlisted: on',
    'hidden: y',
  ],
  ...[
    'publishDate: 2031-02-20',
    'publishDate: 2031-02-20T09:00:00+02:00',
    'publishDate: soon',
    'embargo: false',
    'embargo: true',
  ],
  ...[
    'embargo: 2031-02-20',
    'expiryDate: 2031-02-20',
    'expiryDate: never',
    'expires: 1',
    'permalink: false',
    'permalink: /x',
  ],
  ...[
    'status: draft',
    'status: Published',
    'state: in review',
    'visibility: private',
    'build:\n  render: never',
    'build:\n  list: always',
  ],
  ...[
    'cover:\n  hidden: true',
    'params:\n  draft: true',
    'cover:\n  draft: true',
    'date: 2031-02-13',
    'date: 2031-02-21',
  ],
  ...[
    'date: 2031-02-30',
    'date: soon',
    'date: 13 February 2031',
    'title: Week 8',
    'title: 2031-W08',
    'title: [a]',
    'link: none',
    'link: https://a.example/ b',
    'do-not-publish: true',
    'doNot_publish: yes',
  ],
  ...[
    'link: https://a.example/',
    'link: javascript:alert(1)',
    'restated: true',
    'restated: maybe',
    'title: "a',
    'a: b: c',
    '- a',
    'x',
  ],
  ...[
    'publishDate: 2031-02-20\nembargo: 2031-02-25',
    'expires: 2031-02-20\nunpublishDate: 2031-02-18',
    'date: 2031/02/13',
    'date: 1929268800',
  ],
];
const frames: readonly [name: string, frame: (text: string) => string][] = [
  ['YAML', (text) => `---\n${text}\n---\n`],
  ['YAML never closed', (text) => `---\n${text}\n\n`],
  ['never opened', (text) => `${text}\n---\n`],
  ['TOML', (text) => `+++\n${text.replace(/: ?/, ' = ')}\n+++\n`],
  ['JSON', (text) => `{\n"${text.replace(/: ?/, '": ')}\n}\n`],
  ['below text', (text) => `Words above.\n\n---\n${text}\n---\n`],
  ['indented', (text) => ` ---\n ${text}\n ---\n`],
  ['more hyphens', (text) => `-----\n${text}\n-----\n`],
];

test('every key that holds an issue back, dates or names it, in every frame: what becomes of it, and what is told', (t) => {
  const usual = { date: '2031-02-14 derived', title: 'Kitchen Weekly', isDraft: false, isRestated: false, count: 1 };
  const read = frames.flatMap(([name, frame]) => [
    `${name}`,
    ...keys.map((key) => {
      const text = `${frame(key)}\n# Kitchen Weekly\n\nKettlectl runs on arm64.\n`;
      const { issue, problems } = parseIssue('2031-W07.md', text);
      const { articles = [], id, year, week, contents, date, ...head } = issue ?? {};
      const day = `${date?.day}${date?.isDerived ? ' derived' : ''}`;
      const unusual = Object.entries({ ...head, date: day, count: articles.length }).filter(
        ([part, value]) => usual[part as keyof typeof usual] !== value,
      );
      const told = problems.map(({ line, severity, message }) => `    ${severity} ${line}: ${message}`);
      return [`  ${JSON.stringify(key)} → ${JSON.stringify(Object.fromEntries(unusual))}`, ...told].join('\n');
    }),
  ]);
  matchFixture(t, read.join('\n'), 'front-matter.txt');
});
