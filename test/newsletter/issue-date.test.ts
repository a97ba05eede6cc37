import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { findStatedDays } from '#newsletter/days/find-stated-days.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';

const body = '\n\n### Pebble\n\nIt boots.\n';

function read(head: string) {
  const { issue, problems } = parseIssue('2017-W41.md', head + body);
  return {
    date: issue?.date,
    problems: problems.map(({ line, severity, message }) => `${line} ${severity} ${message}`),
  };
}

suite('finds a date however a title writes it', () => {
  const rows: readonly (readonly [text: string, day: string | undefined])[] = [
    ['Issue 7, Friday June 9, 2017', '2017-06-09'],
    ['Issue 1, April 28, 2017', '2017-04-28'],
    ['Sept. 1st, 2017', '2017-09-01'],
    ['9 June 2017', '2017-06-09'],
    ['the 3rd of May, 2017', '2017-05-03'],
    ['2017-10-13T09:00:00-04:00', '2017-10-13'],
    ['2017-10-13', '2017-10-13'],
    ['June 31, 2017', undefined],
    ['February 29, 2016', '2016-02-29'],
  ];
  for (const [text, day] of rows) {
    test(text, () =>
      assert.deepEqual(
        findStatedDays(text).map((found) => found.day),
        [day],
      ),
    );
  }
  test('and takes no week, version or number for one', () => {
    for (const text of ['2017-W41', 'Linux 4.14.2017', '2017-10-133', 'May the 4th', 'June 2017', '12017-10-13x']) {
      assert.deepEqual(findStatedDays(text), [], text);
    }
  });
});

test('prefers the front matter, then its title, then the heading, then the Friday of the week', () => {
  const title = 'title: Board Weekly, October 10, 2017';
  const heading = '# Board Weekly, October 11, 2017';
  assert.equal(read(`---\ndate: 2017-10-09\n${title}\n---\n${heading}`).date?.day, '2017-10-09');
  assert.equal(read(`---\n${title}\n---\n${heading}`).date?.day, '2017-10-10');
  assert.equal(read(heading).date?.day, '2017-10-11');
  assert.deepEqual(read('').date, { day: '2017-10-13', isDerived: true });
});

test('does not use a date outside the week of the file, and says so once', () => {
  const { date, problems } = read(
    '---\ntitle: Board Weekly, October 20, 2017\n---\n# Board Weekly, Friday October 20, 2017',
  );
  assert.deepEqual(date, { day: '2017-10-13', isDerived: true });
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /^2 warning date: 2017-10-20 is not in week 41 of 2017/);
});

test('uses the right date of a title when the front matter has a wrong one', () => {
  const { date, problems } = read('---\ndate: 2018-10-12\n---\n# Board Weekly, October 12, 2017');
  assert.deepEqual(date, { day: '2017-10-12', isDerived: false });
  assert.equal(problems.length, 1);
});

test('says so when a date is none', () => {
  assert.match(
    read('---\ndate: tomorrow\n---').problems[0] ?? '',
    /^2 warning date: expected YYYY-MM-DD, found "tomorrow"/,
  );
  assert.match(
    read('---\ndate: 2017-02-30\n---').problems[0] ?? '',
    /^2 warning date: 2017-02-30 is not in the calendar/,
  );
});

test('says so when the title names another week', () => {
  assert.match(read('# Board Weekly (Week 40)').problems[0] ?? '', /^1 warning title: expected week 41 of 2017/);
  assert.match(read('# Board Weekly 2016-W41').problems[0] ?? '', /found 2016-W41$/);
  assert.deepEqual(read('# Board Weekly, Week 41').problems, []);
});
