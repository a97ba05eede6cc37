import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { factStatuses } from '#facts/fact.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseSubjects } from '#facts/parse-subjects.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { projectRoot } from './docs/markdown-files.ts';

const guide = readFileSync(join(projectRoot, 'content/README.md'), 'utf8');
const findBlock = (start: string) =>
  [...guide.matchAll(/```yaml\n([\s\S]+?)```/g)].map(([, text = '']) => text).find((text) => text.startsWith(start)) ??
  '';

test('the fact that the guide for editors shows is read as it stands, with every field that it explains', () => {
  const example = findBlock('# article:');
  const [, heading = ''] = /- article: (.*)/.exec(example) ?? [];
  const [, says = ''] = /says: (.*)/.exec(example) ?? [];
  const { issue } = parseIssue('2026-W48.md', `### ${heading}\n\n${says}\n`);
  assert.ok(issue);
  const { facts, problems } = parseFacts('2026-W48.facts.yaml', example, issue);
  assert.deepEqual(problems, []);
  const [fact] = facts;
  assert.equal(facts.length, 1);
  assert.equal(fact?.says, says);
  assert.ok(fact?.status && fact.asks.length > 0);
  const explained = [...guide.matchAll(/^\| `(\w+)` \| [^|]+ \|$/gm)].map(([, field = '']) => field);
  const shown = Array.from(example.matchAll(/^(?:- | {2})(\w+):/gm), ([, field]) => field);
  assert.deepEqual(
    explained.filter((field) => field !== 'quote'),
    shown,
  );
});

test('the guide for editors explains every status that a fact may have, and no other', () => {
  const [row = ''] = /^\| `status` .*$/m.exec(guide) ?? [];
  const explained = Array.from(row.matchAll(/\*\*([\w-]+)\*\*:/g), ([, status]) => status);
  assert.deepEqual(explained, [...factStatuses]);
  for (const status of factStatuses) assert.match(findBlock('# article:'), new RegExp(`# .*\\b${status}\\b`));
});

test('the subject that the guide for editors shows is read as it stands', () => {
  const { subjects, problems } = parseSubjects('subjects.yaml', findBlock('- name:'));
  assert.deepEqual(problems, []);
  assert.equal(subjects.length, 1);
  const [{ also, kind, by } = { also: [], kind: [], by: undefined }] = subjects;
  assert.ok(also.length > 0 && kind.length > 0 && by);
});

test('the front matter that the guide for editors shows is read whole', () => {
  const { issue, problems } = parseIssue('2017-W42.md', `${findBlock('---\ntitle')}\n### Foo\n\nFoo runs on armv7.\n`);
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
