import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderDraft } from '#drafting/render-draft.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import type { Issue } from '#newsletter/issue.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

function readIssue(markdown: string): Issue {
  const { issue } = parseIssue('2031-W07.md', markdown);
  assert.ok(issue);
  return issue;
}

// As an editor does who agrees with every line.
const takeMarksAway = (draft: string) => draft.replaceAll(/ # \?.*$/gm, '');

const issue = readIssue(`### Quernd on small boards

Quernd 2.0 runs on arm64. Its maker is Jane Doe.

### Foodb: "the #1 \\[mill\\]", they say

Foodb: it has 50% more & needs 'no' disk: see #3 -- {really}. Yes. - It's "new" | old?
`);

test('writes a fact for each sentence, and marks each line to be checked', () => {
  assert.equal(
    renderDraft(issue).split('\n').slice(4, 13).join('\n'),
    `- article: Quernd on small boards
  says: Quernd 2.0 runs on arm64. # ?
  about: [Quernd 2.0] # ?
  on: [arm64] # ?
  status: "yes" # ?
  asks: # ?
    - "does quernd 2.0 run on arm64?"

- article: Quernd on small boards`,
  );
});

test('no draft is used before its marks are gone, and one line says so', () => {
  const { facts, problems } = parseFacts('a', renderDraft(issue), issue);
  assert.deepEqual(facts, []);
  assert.deepEqual(problems, [
    {
      file: 'a',
      line: 5,
      severity: 'warning',
      message: '4 of 4 facts are drafts still (“# ?”) and are not used',
      remedy: 'mend each, and take its marks away',
    },
  ]);
});

test('without its marks it is a fact file without an error, whatever signs the newsletter has', () => {
  const { facts, problems } = parseFacts('a', takeMarksAway(renderDraft(issue)), issue);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === 'error'),
    [],
  );
  assert.deepEqual(
    facts.map(({ articleId }) => articleId),
    ['2031-W07#1', '2031-W07#1', '2031-W07#2', '2031-W07#2'],
  );
  const [first] = facts;
  assert.deepEqual([first?.status, first?.on, first?.about], ['yes', ['arm64'], ['Quernd 2.0']]);
});

test('an editor who has mended some is told of the others only', () => {
  const [head = '', ...entries] = renderDraft(issue).split(/^(?=- )/m);
  const { facts, problems } = parseFacts(
    'a',
    head + takeMarksAway(entries[0] ?? '') + entries.slice(1).join(''),
    issue,
  );
  assert.equal(facts.length, 1);
  assert.match(problems[0]?.message ?? '', /^3 of 4 facts are drafts still/);
});

test('says of a long sentence how long it may be', () => {
  const draft = renderDraft(readIssue(`### Quernd\n\nQuernd mills ${'and mills '.repeat(30)}on.\n`));
  assert.match(draft, / # \? 316 characters: shorten it to 220, and give the passage as "quote"$/m);
});

test('leaves out what stands above the first heading, which no fact can name', () => {
  assert.equal(
    renderDraft(readIssue('# Kitchen Weekly\n\nThe mill runs well.\n\n### Quernd\n\nYes.\n')).includes('- article'),
    false,
  );
});

test('leaves out what is too short to be a statement', () => {
  assert.equal(renderDraft(readIssue('### Quernd\n\nYes.\n\n- arm64\n- v2\n')).includes('- article'), false);
});
