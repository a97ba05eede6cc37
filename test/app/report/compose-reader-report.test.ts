import assert from 'node:assert/strict';
import { test } from 'node:test';
import { composeCsv } from '#app/report/compose-data-report.ts';
import {
  composeFeedbackReport,
  composeUnansweredReport,
  composeWatchedReport,
} from '#app/report/compose-reader-report.ts';

const week = (name: string, times = 1) => ({ week: name, times });
const asked = (count: number, more = {}) => ({
  subject: 'Ladlefs',
  times: count,
  readers: 1,
  lastMs: Date.UTC(2031, 1, 20, 23, 59),
  weeks: [week('2031-W08', count)],
  questions: Array.from({ length: count }, (_, i) => `does Ladlefs ${i} run?`),
  ...more,
});

test('of a subject asked for in many words five are shown, and how many more there were', () => {
  const report = (count: number) => composeUnansweredReport({ subjects: [asked(count)], answeredByNow: 0 });
  assert.equal(report(5).at(-1), '  does Ladlefs 4 run?');
  assert.deepEqual(report(7).slice(-2), ['  does Ladlefs 4 run?', '  and 2 more wordings']);
  assert.equal(report(1)[1], 'Ladlefs: 1 time, 1 reader, last on 2031-02-20');
});

test('weeks are listed where there are several', () => {
  const weeks = [week('2031-W07', 2), week('2031-W08')];
  const lines = composeUnansweredReport({ subjects: [asked(3, { weeks })], answeredByNow: 2 });
  assert.equal(lines[2], '  by week: 2031-W07 (2), 2031-W08 (1)');
  assert.equal(lines.at(-1), '2 questions of before would be answered by now.');
});

test('nothing asked, watched or rated is said so', () => {
  assert.deepEqual(composeUnansweredReport({ subjects: [], answeredByNow: 0 }), ['Readers asked nothing in vain.']);
  assert.deepEqual(composeWatchedReport([]), ['Nobody watches a subject.']);
  assert.deepEqual(composeFeedbackReport([]), ['Readers rated no answer.']);
});

test('ratings are summed over all lines; only what did not help is listed, twenty at most', () => {
  const line = (unhelpful: number, issueId?: string) => ({ line: `ask ${unhelpful}`, issueId, helpful: 2, unhelpful });
  assert.deepEqual(composeFeedbackReport([line(3, '2031-W07'), line(1), line(0)]), [
    'Whether answers helped: 6 yes, 4 no.',
    '  3 of 5 no: ask 3 (2031-W07)',
    '  1 of 3 no: ask 1',
  ]);
  assert.equal(composeFeedbackReport(Array.from({ length: 25 }, () => line(1))).length, 21);
});

test('what a reader wrote can neither break a line of the report nor colour a terminal', () => {
  const subject = 'La\u001b[31mdle\nfs';
  const lines = composeUnansweredReport({ subjects: [asked(1, { subject })], answeredByNow: 0 });
  assert.ok(
    lines.every((line) => !/\p{Cc}/u.test(line)),
    JSON.stringify(lines),
  );
});

test('no cell of the table runs as a formula, ends its line early or splits in two', () => {
  const subjects = ['=SUM(A1)', '+1', '-1', '@now', '\ttab', 'a,b', 'say "hi"', 'two\r\nlines', "it's", 'plain'];
  const watched = subjects.map((subject) => ({ subject, watchers: 1, topics: [], weeks: [week('2031-W08')] }));
  assert.deepEqual(
    composeCsv({ watched })
      .slice(1)
      .map((row) => row.replace(/^watched,|,2031-W08,1$/g, '')),
    [`"'=SUM(A1)"`, `"'+1"`, `"'-1"`, `"'@now"`, `"'\ttab"`, '"a,b"', '"say ""hi"""', 'two lines', `"it's"`, 'plain'],
  );
  assert.deepEqual(composeCsv({ feedback: [{ line: 'latest', issueId: undefined, helpful: 2, unhelpful: 1 }] }), [
    'what,subject,week,times',
    'helpful,latest,,2',
    'not helpful,latest,,1',
  ]);
});
