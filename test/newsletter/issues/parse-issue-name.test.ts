import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countIsoWeeks, fridayOfIsoWeek, isDayInIsoWeek } from '#newsletter/days/iso-week.ts';
import { parseIssue } from '#newsletter/issues/parse-issue.ts';
import { isUndatedName, parseIssueName } from '#newsletter/issues/parse-issue-name.ts';

test('takes year and week from the name, whatever the folder', () => {
  for (const file of [
    '2017-W41.md',
    'content/2017/2017-W41.md',
    'C:\\content\\2017-W41.md',
    '/2016-W01.md/2017-W41.md',
  ]) {
    assert.deepEqual(parseIssueName(file), { id: '2017-W41', year: 2017, week: 41 });
  }
});

test('refuses any other name and says how to write it', () => {
  const names = [
    '2017-41.md',
    '2017-w41.md',
    '2017-W4.md',
    '17-W41.md',
    '2017-W41.markdown',
    '2017-W41 (1).md',
    'notes.md',
    '',
    '.md',
  ];
  for (const name of names) {
    const { issue, problems } = parseIssue(`content/${name}`, '# A\n\nText.');
    assert.equal(issue, undefined, name);
    assert.equal(problems.length, 1);
    assert.equal(problems[0]?.severity, 'error');
    assert.equal(problems[0]?.file, `content/${name}`);
    assert.match(problems[0]?.remedy ?? '', /2017-W41\.md/);
  }
});

test('refuses weeks that the year does not have', () => {
  for (const name of ['2017-W00.md', '2017-W53.md', '2017-W60.md', '2017-W99.md', '0017-W10.md']) {
    const read = parseIssueName(name);
    assert.ok('severity' in read, name);
    assert.equal(read.severity, 'error');
  }
  const longest = parseIssueName('2020-W53.md');
  assert.ok('week' in longest && longest.week === 53);
});

test('knows the years with 53 weeks', () => {
  const long = Array.from({ length: 41 }, (_, index) => 2000 + index).filter((year) => countIsoWeeks(year) === 53);
  assert.deepEqual(long, [2004, 2009, 2015, 2020, 2026, 2032, 2037]);
});

test('finds the Friday of a week, also where the week lies in another year', () => {
  assert.equal(fridayOfIsoWeek(2017, 41), '2017-10-13');
  assert.equal(fridayOfIsoWeek(2017, 1), '2017-01-06');
  assert.equal(fridayOfIsoWeek(2020, 53), '2021-01-01');
  assert.equal(fridayOfIsoWeek(2015, 1), '2015-01-02');
  assert.equal(fridayOfIsoWeek(1969, 1), '1969-01-03');
});

test('counts a week from Monday to Sunday', () => {
  assert.deepEqual(
    ['2017-10-08', '2017-10-09', '2017-10-15', '2017-10-16'].map((day) => isDayInIsoWeek(day, 2017, 41)),
    [false, true, true, false],
  );
});

test('every day of 60 years lies in exactly the week whose Friday is nearest', () => {
  for (let year = 1990; year < 2050; year++) {
    for (let week = 1; week <= countIsoWeeks(year); week++) {
      const friday = Date.parse(`${fridayOfIsoWeek(year, week)}T00:00:00Z`);
      assert.equal(new Date(friday).getUTCDay(), 5);
      const next = week === countIsoWeeks(year) ? fridayOfIsoWeek(year + 1, 1) : fridayOfIsoWeek(year, week + 1);
      assert.equal(Date.parse(`${next}T00:00:00Z`) - friday, 7 * 86_400_000, `${year} ${week}`);
    }
  }
});

test('a name says nothing of a day where it has no number, or is that of a page', () => {
  for (const file of ['about.md', '404.md', '_2031.md', 'mills/_index.md', 'how-we-work.md'])
    assert.equal(isUndatedName(file), true, file);
  for (const file of ['2031-W07.md', '2031-W7.md', 'number-12.md', '2031-02-14/index.md'])
    assert.equal(isUndatedName(file), false, file);
});
