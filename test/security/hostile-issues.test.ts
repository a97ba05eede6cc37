import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { composeDigest } from '#announcing/digest/compose-digest.ts';
import { answerLine } from '#commands/running/run-command.ts';
import { parseFacts } from '#facts/parse-facts.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { busyMs } from './busy-time.ts';

/** Longer than any word, line or list of a newsletter; and a quarter of it. */
const length = 40_000;
/** Four times the length takes four times the time where each character counts once, sixteen times where all pairs do. */
const alarmingRatio = 8;
/** Below this, what is measured is the machine. */
const tellingMs = 80;
const tries = 5;

const questions = ['which chip does quernd use?', 'what is new?', 'latest', 'search arm64 quernd'];
const pieces = [
  ...['a', 'A', 'Ж', '1', '.', '-', '/', '`', '*', '**', '[', '](', '<', '<a ', '<!--', '&#', '&amp;', '(', '"', '\\'],
  ...['A. ', 'a b ', 'A B ', 'arm64 ', 'Quernd, ', 'and ', 'is not ', '1.0 ', '中', '😀', '\u0301', '! ', '…'],
  ...[
    '|',
    '| a | b |\n',
    '> ',
    '- ',
    '  - a\n',
    '1. ',
    '#',
    '# a\n',
    '## A\n\n',
    '===\n',
    '---\n',
    '+++\n',
    '\n',
    '\t',
  ],
  ...[
    '~~',
    '{{',
    '{{< a >}} ',
    '{#a} ',
    '{',
    '[^1]',
    '[a][b] ',
    '[a]: http://b\n',
    'http://a.b/',
    'www.a.',
    '- [ ] a\n',
  ],
  ...[
    "'",
    "a's'",
    '<td>',
    '<tr><td>a</td>',
    '<div>',
    '<h2>a</h2>\n',
    '<del>',
    'a: b\n',
    'draft: ',
    'title = ',
    '"a":',
    ';;;\n',
  ],
];
const shapes: Readonly<Record<string, (text: string) => string>> = {
  'a paragraph': (text) => `## Quernd on arm64\n\nQuernd runs on arm64. ${text} end.\n`,
  'a heading': (text) => `## Quernd ${text}\n\nQuernd runs on arm64.\n`,
  'a whole file': (text) => text,
  'front matter': (text) => `---\ntitle: ${text}\ndraft: true\n---\n## Quernd\n\nText.\n`,
  'a cell of a table': (text) => `## Q\n\n| a | b |\n|---|---|\n| ${text} | y |\n`,
};

for (const [shape, write] of Object.entries(shapes)) {
  suite(`no text in ${shape} takes a time that grows with the square of its length`, () => {
    const own = shape === 'a heading' || shape === 'a cell of a table' ? pieces.slice(0, 33) : pieces;
    for (const piece of own) test(JSON.stringify(piece), () => assertLinear((size) => run(write(repeat(piece, size)))));
  });
}

suite('nor does one in a fact file', () => {
  for (const piece of [...pieces.slice(0, 33), '- a: b\n', '&a ', '*a ', '? ', '[[', '{a: ']) {
    const facts = (size: number) =>
      `- article: Quernd\n  says: Quernd runs on arm64.\n  about: [Quernd, ${repeat(piece, size)}]\n  on: [arm64]\n  status: yes\n  asks: [does it?]\n`;
    test(JSON.stringify(piece), () => assertLinear((size) => runFacts(facts(size))));
  }
});

const repeat = (piece: string, size: number) => piece.repeat(Math.ceil(size / piece.length));

/** Whatever disturbs a run makes it longer, never shorter: the shortest of several counts. */
function assertLinear(measure: (size: number) => number): void {
  let ms = measure(length);
  if (ms <= tellingMs) return;
  let quarterMs = measure(length / 4);
  for (let again = 0; again < tries && ms > tellingMs && ms / Math.max(quarterMs, 1) > alarmingRatio; again++) {
    ms = Math.min(ms, measure(length));
    quarterMs = Math.min(quarterMs, measure(length / 4));
  }
  assert.ok(
    ms <= tellingMs || ms / Math.max(quarterMs, 1) <= alarmingRatio,
    `${quarterMs} ms for a quarter, ${ms} ms for all`,
  );
}

/** From the file to the answers, in milliseconds. */
function run(text: string): number {
  const startMs = busyMs();
  const { issue } = parseIssue('2026-W10.md', text);
  if (issue !== undefined) {
    const snapshot = buildSnapshot([{ issue, facts: [] }]);
    composeDigest(issue, []);
    for (const question of questions) answerLine(question, { snapshot, version: '1', today: '2026-11-28' });
  }
  return busyMs() - startMs;
}

function runFacts(text: string): number {
  const startMs = busyMs();
  const { issue } = parseIssue('2026-W10.md', '## Quernd\n\nQuernd runs on arm64.\n');
  assert.ok(issue !== undefined);
  buildSnapshot([{ issue, facts: parseFacts('2026-W10.facts.yaml', text, issue).facts }]);
  return busyMs() - startMs;
}
