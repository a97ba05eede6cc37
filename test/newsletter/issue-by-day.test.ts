import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { isoWeekOfDay } from '#newsletter/days/iso-week.ts';
import { compareIssueIds, isLaterIssue } from '#newsletter/days/issue-order.ts';
import { hasCome, parseMoment } from '#newsletter/days/parse-moment.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const body = '## Quernd on arm64\n\nQuernd runs on arm64.\n';
const read = (file: string, text = body) => parseIssue(file, text);

suite('an issue may be named by its day', () => {
  const rows: readonly (readonly [file: string, id: string, day: string])[] = [
    ['2026-03-11.md', '2026-03-11', '2026-03-11'],
    ['2026-03-11-this-week.md', '2026-03-11-this-week', '2026-03-11'],
    ['content/2026-03-11 This Week, again!.md', '2026-03-11-this-week-again', '2026-03-11'],
    ['content/20260311.md', '2026-03-11', '2026-03-11'],
    ['content/2026_03_11_news.md', '2026-03-11-news', '2026-03-11'],
    ['content/2026/03/11.md', '2026-03-11', '2026-03-11'],
    ['content/2026/03/11-news.md', '2026-03-11-news', '2026-03-11'],
    ['content/2026/03/11/news.md', '2026-03-11-news', '2026-03-11'],
    ['content\\2026\\03\\11.md', '2026-03-11', '2026-03-11'],
    ['content/2026-03-11-news/index.md', '2026-03-11-news', '2026-03-11'],
    ['content/2026/03/11/index.md', '2026-03-11', '2026-03-11'],
  ];
  for (const [file, id, day] of rows) {
    test(file, () => {
      const { issue, problems } = read(file);
      assert.deepEqual(problems, []);
      assert.deepEqual([issue?.id, issue?.date], [id, { day, isDerived: false }]);
      assert.deepEqual([issue?.year, issue?.week], [2026, 11]);
      assert.equal(issue?.title, 'Newsletter, 11 March 2026');
    });
  }

  test('or by the day in its front matter', () => {
    for (const date of ['2026-03-11', 'March 11, 2026', '2026-03-11T08:00:00Z', '2026/03/11']) {
      const { issue } = read('content/issue-412.md', `---\ndate: ${date}\n---\n${body}`);
      assert.deepEqual([issue?.id, issue?.date.day], ['2026-03-11-issue-412', '2026-03-11']);
    }
  });

  test('but no page of a site, no misspelt week and no day that does not exist', () => {
    for (const file of [
      'about.md',
      '_index.md',
      'colophon.md',
      '2026-w11.md',
      '2026-11.md',
      '2026-W11 (1).md',
      'week-11.md',
    ])
      assert.equal(read(file, `---\ndate: 2026-03-11\n---\n${body}`).issue, undefined, file);
    const { issue, problems } = read('2026-02-30.md');
    assert.equal(issue, undefined);
    assert.match(problems[0]?.message ?? '', /the day in "2026-02-30.md" is not in the calendar/);
  });

  test('whose date in the front matter is of the same week; another is named, and held until it comes', () => {
    const near = read('2026-03-11.md', `---\ndate: 2026-03-13\n---\n${body}`);
    assert.deepEqual([near.issue?.id, near.issue?.date.day, near.problems], ['2026-03-11', '2026-03-13', []]);
    const far = read('2026-03-11.md', `---\ndate: 2026-05-01\n---\n${body}`);
    assert.deepEqual([far.issue?.date.day, far.issue?.notBefore], ['2026-03-11', '2026-05-01']);
    assert.match(far.problems[0]?.message ?? '', /2026-05-01 is not in the week of 2026-03-11/);
  });
});

test('says of a week named by the calendar year which name it should have', () => {
  const { issue, problems } = read('2029-W01.md', `---\ndate: 2029-12-31\n---\n${body}`);
  assert.equal(issue?.id, '2029-W01');
  assert.equal(problems[0]?.keepsFromPosting, true);
  assert.match(problems[0]?.remedy ?? '', /rename the file to 2030-W01\.md/);
});

test('orders issues by day, whether weeks or days name them', () => {
  const ids = [
    '2025-W52',
    '2026-01-02',
    '2026-W02',
    '2026-03-05',
    '2026-W10',
    '2026-03-07',
    '2026-03-07-b',
    '2026-W11',
  ];
  assert.deepEqual([...ids].reverse().sort(compareIssueIds), ids);
  assert.ok(isLaterIssue('2025-W01', ''));
  assert.ok(!isLaterIssue('2026-W10', '2026-W10'));
  assert.ok(isLaterIssue('2027-W01', '2026-W53'));
});

test('every day lies in the ISO week that counts it', () => {
  assert.deepEqual(isoWeekOfDay('2027-01-01'), { year: 2026, week: 53 });
  assert.deepEqual(isoWeekOfDay('2024-12-30'), { year: 2025, week: 1 });
  assert.deepEqual(isoWeekOfDay('2026-03-11'), { year: 2026, week: 11 });
});

test('reads a moment with its zone, and a day that has none', () => {
  const rows: readonly (readonly [text: string | number, moment: string | undefined])[] = [
    ['2026-03-11', '2026-03-11'],
    ['2026-03-11 09:00', '2026-03-11'],
    ['2026-03-11T23:30:00-05:00', '2026-03-12T04:30:00.000Z'],
    ['2026-03-11 09:00:00 +0100', '2026-03-11T08:00:00.000Z'],
    ['2026-03-11T09:00Z', '2026-03-11T09:00:00.000Z'],
    ['March 11, 2026, 9:00 PM UTC', '2026-03-11T21:00:00.000Z'],
    ['2026-03-11T09:00+05:30', '2026-03-11T03:30:00.000Z'],
    ['2026-03-11 09:00 -0330', '2026-03-11T12:30:00.000Z'],
    ['2026-03-11 12:30 pm UTC', '2026-03-11T12:30:00.000Z'],
    ['2026-03-11 12:30 AM UTC', '2026-03-11T00:30:00.000Z'],
    ['2026-03-11 24:00Z', '2026-03-11T00:00:00.000Z'],
    ['2026-03-11 09:00 Europe/Berlin', '2026-03-12T12:00:00.000Z'],
    ['20260311', '2026-03-11'],
    [1_773_219_600, '2026-03-11T09:00:00.000Z'],
    ['2026-02-30', undefined],
    ['soon', undefined],
    [7, undefined],
  ];
  for (const [text, moment] of rows) assert.equal(parseMoment(text), moment, String(text));
  assert.ok(hasCome('2026-03-11', 0, '2026-03-11'));
  assert.ok(!hasCome('2026-03-11T09:00:00.000Z', Date.UTC(2026, 2, 11, 8), '2026-03-12'));
});
