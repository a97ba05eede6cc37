import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ClaimStatus } from '#claims/claim.ts';
import { extractClaims } from '#claims/extract-claims.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { projectRoot } from './docs/markdown-files.ts';

const guide = readFileSync(join(projectRoot, 'content/README.md'), 'utf8');
const statuses = {
  yes: 'works',
  no: 'does-not',
  partly: 'partly',
  planned: 'planned',
  'in progress': 'in-progress',
} satisfies Record<string, ClaimStatus>;

test('a sentence that the guide for editors recommends is understood as the guide says', () => {
  const rows = [...guide.matchAll(/^\| ([^|]+\.) \| (yes|no|partly|planned|in progress)\b[^|]*\|$/gm)];
  assert.deepEqual(
    rows.map(([, , says]) => says),
    Object.keys(statuses),
  );
  for (const [, sentence = '', says] of rows) {
    const { issue } = parseIssue('2019-W10.md', `### Foo\n\n${sentence}\n`);
    const claims = issue?.articles.flatMap(extractClaims).filter(({ targets }) => targets.length > 0) ?? [];
    assert.deepEqual(
      claims.map(({ subject, status }) => ({ subject, status })),
      [{ subject: 'Foo', status: statuses[says as keyof typeof statuses] }],
      sentence,
    );
  }
});

test('the front matter that the guide for editors shows is read whole', () => {
  const frontMatter = /```yaml\n([\s\S]+?)```/.exec(guide)?.[1] ?? '';
  const { issue, problems } = parseIssue('2017-W42.md', `${frontMatter}\n### Foo\n\nFoo runs on armv7.\n`);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    { title: issue?.title, date: issue?.date, link: issue?.link, isDraft: issue?.isDraft },
    {
      title: 'Works on Arm News, week 42 of 2017',
      date: { day: '2017-10-20', isDerived: false },
      link: 'https://example.org/news/2017-w42',
      isDraft: true,
    },
  );
});
