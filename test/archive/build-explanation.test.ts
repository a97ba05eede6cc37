import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildExplanation, type ExplainedIssue } from '#archive/build-explanation.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';

const text = `# Kitchen Weekly 6

### Teapotd on small boards

Teapotd runs on armv7 and arm64 now. There is no Teapotd for Windows.

- [Teapotd's home](https://teapotd.example/)

### Quernd

Quernd was made by Jane Doe.

### Subscribe

Write to us.
`;

const factsText = `- article: Teapotd on small boards
  says: Teapotd runs on armv7 and arm64 now.
  about: [Teapotd]
  on: [armv7, arm64]
  status: yes
  asks: [does teapotd run on arm64?, is there a teapotd for armv7?]
`;

function explain(markdown: string, { yaml = '', misses = [] as ExplainedIssue['misses'] } = {}): string[] {
  const { issue, problems } = parseIssue('2031-W07.md', markdown);
  assert.ok(issue);
  const read = parseFacts('2031-W07.facts.yaml', yaml, issue);
  const { index } = buildSnapshot([{ issue, facts: read.facts }]);
  const facts = index.facts.map(({ fact }) => fact);
  return buildExplanation({ issue, problems: [...problems, ...read.problems], facts, misses });
}

test('shows of each article its facts with what they are about and answer, or what is drafted, and its links', () => {
  assert.deepEqual(explain(text, { yaml: factsText }), [
    '2031-W07: Kitchen Weekly 6, 2031-02-14 (no date is stated: the Friday of the week)',
    '',
    'Line 3: Teapotd on small boards',
    '  Teapotd: yes on armv7, arm64',
    '    “Teapotd runs on armv7 and arm64 now.”',
    '      does teapotd run on arm64?',
    '      is there a teapotd for armv7?',
    '  Links:',
    "    7: https://teapotd.example/ (Teapotd's home)",
    '',
    'Line 9: Quernd',
    '  draft: Quernd, Jane Doe',
    '    “Quernd was made by Jane Doe.”',
    '  Links: none',
    '',
    'Line 13: Subscribe',
    '  About the newsletter itself: not answered from.',
    '',
    'No problems.',
    '',
    'Asked without themselves, 2 of 2 questions come to their fact.',
  ]);
});

test('names each question that leads elsewhere, with both answers', () => {
  const miss = { question: 'is there a teapotd for armv7?', wanted: 'Teapotd runs.', got: 'It does not say.' };
  assert.deepEqual(explain(text, { yaml: factsText, misses: [miss] }).slice(-4), [
    'Asked without themselves, 1 of 2 questions come to their fact.',
    '  is there a teapotd for armv7?',
    '    wanted: Teapotd runs.',
    '    got:    It does not say.',
  ]);
});

test('without facts of an editor shows the drafts, and says that there is no question to try', () => {
  const lines = explain(text);
  const place = lines.indexOf('Line 3: Teapotd on small boards');
  assert.deepEqual(lines.slice(place + 1, place + 5), [
    '  draft: Teapotd: yes on armv7, arm64',
    '    “Teapotd runs on armv7 and arm64 now.”',
    '  draft: Teapotd, Windows: no on Windows',
    '    “There is no Teapotd for Windows.”',
  ]);
  assert.equal(lines.at(-1), 'No facts of an editor, so no question to try.');
});

test('names each problem of the issue and of its facts with line and remedy', () => {
  const lines = explain(text.replace('# Kitchen Weekly 6', '# Kitchen Weekly (Week 6)'), {
    yaml: '- article: Teapotd',
  });
  const place = lines.indexOf('Problems:');
  assert.match(lines[place + 1] ?? '', /^ {2}2031-W07\.md:1: warning: title: .* — correct the title/);
  assert.match(lines[place + 2] ?? '', /^ {2}2031-W07\.facts\.yaml:1: error: says: is missing — add it$/);
});

test('no control character of a heading, a fact or a link reaches the terminal', () => {
  const yaml = factsText.replace('[Teapotd]', '"Tea\\e[2Jpotd"');
  const lines = explain(text.replace('### Quernd', '### Quer\u001b[2Jnd'), { yaml });
  assert.ok(lines.some((line) => line.includes('Tea\ufffd[2Jpotd')));
  assert.ok(lines.every((line) => !/\p{Cc}/u.test(line)));
});
