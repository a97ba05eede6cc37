import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildExplanation } from '#archive/build-explanation.ts';
import { parseIssue } from '#newsletter/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';

const text = `# Kitchen Weekly 6

### Teapotd on small boards

Teapotd runs on armv7 and arm64. There is no Teapotd for Windows.

- [Teapotd's home](https://teapotd.example/)

### Subscribe

Write to us.
`;

function explain(markdown: string): string[] {
  const { issue, problems } = parseIssue('2031-W07.md', markdown);
  assert.ok(issue);
  const { readings } = buildSnapshot([issue]);
  return buildExplanation({ issue, problems, readings, questions: [{ question: 'q?', lead: 'Yes.' }] });
}

test('shows of each article the subjects, targets, claims with their words and lines, and links', () => {
  assert.deepEqual(explain(text), [
    '2031-W07: Kitchen Weekly 6, 2031-02-14 (no date is stated: the Friday of the week)',
    '',
    'Line 3: Teapotd on small boards',
    '  Subjects: Teapotd',
    '  Targets: armv7, arm64, Windows',
    '  Claims:',
    '    5: Teapotd works on armv7, arm64',
    '      “Teapotd runs on armv7 and arm64.”',
    '    5: Teapotd does not work on Windows',
    '      “There is no Teapotd for Windows.”',
    '  Links:',
    "    7: https://teapotd.example/ (Teapotd's home)",
    '',
    'Line 9: Subscribe',
    '  About the newsletter itself: not answered from.',
    '',
    'No problems.',
    '',
    'It would now answer:',
    '  q?',
    '    Yes.',
  ]);
});

test('names each problem with its line and remedy', () => {
  const lines = explain(text.replace('# Kitchen Weekly 6', '# Kitchen Weekly (Week 6)'));
  const place = lines.indexOf('Problems:');
  assert.match(lines[place + 1] ?? '', /^ {2}2031-W07\.md:1: warning: title: .* — correct the title/);
});

test('no control character of a heading or a link reaches the terminal', () => {
  assert.ok(explain(text.replace('on small', 'on \u001b[2Jsmall')).every((line) => !/\p{Cc}/u.test(line)));
});
