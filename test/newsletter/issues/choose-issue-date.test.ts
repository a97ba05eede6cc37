import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chooseIssueDate } from '#newsletter/issues/choose-issue-date.ts';

const week = { id: '2031-W07', year: 2031, week: 7 } as const;
const day = { id: '2031-02-12', day: '2031-02-12', year: 2031, week: 7 } as const;

function choose(name: typeof week | typeof day, date: string | undefined, ...titles: readonly string[]) {
  const stated = date === undefined ? undefined : { value: date, line: 2 };
  const found = chooseIssueDate(
    'file.md',
    name as never,
    stated,
    titles.map((value, place) => ({ value, line: place + 5 })),
  );
  return {
    day: found.date.day,
    isDerived: found.date.isDerived,
    problems: found.problems.map(
      ({ line, message, keepsFromPosting }) => `${line}${keepsFromPosting ? ' held' : ''}: ${message}`,
    ),
  };
}

describe('an issue that is named after its week', () => {
  for (const [what, date, titles, expected, isDerived] of [
    ['has the day that is stated, where it is of the week', '2031-02-11', [], '2031-02-11', false],
    ['has the Monday', '2031-02-10', [], '2031-02-10', false],
    ['has the Sunday', '2031-02-16', [], '2031-02-16', false],
    ['has the first of two days', '2031-02-11', ['Issue 7, February 12, 2031'], '2031-02-11', false],
    ['has the day of a title', undefined, ['Issue 7, February 12, 2031'], '2031-02-12', false],
    ['has the day in a form that only keys have', '2031/2/11', [], '2031-02-11', false],
    ['has its Friday where none is stated', undefined, ['Mills'], '2031-02-14', true],
    ['says nothing of the right week', undefined, ['Week 7', '2031-W07'], '2031-02-14', true],
  ] as const)
    test(what, () => assert.deepEqual(choose(week, date, ...titles), { day: expected, isDerived, problems: [] }));

  for (const [what, date, titles, expected, problem] of [
    [
      'of another week the Friday is taken',
      '2031-02-17',
      [],
      '2031-02-14',
      '2 held: date: 2031-02-17 is not in week 7 of 2031, which the file is named after',
    ],
    [
      'a title may still state the day',
      '2031-02-09',
      ['February 12, 2031'],
      '2031-02-12',
      '2 held: date: 2031-02-09 is not in week 7 of 2031, which the file is named after',
    ],
    ['a day of no calendar', '2031-02-30', [], '2031-02-14', '2: date: 2031-02-30 is not in the calendar'],
    ['no date at all', 'soon', [], '2031-02-14', '2 held: date: expected YYYY-MM-DD, found "soon"'],
    [
      'another week in a title',
      undefined,
      ['Mills, week 8'],
      '2031-02-14',
      "5: title: expected week 7 of 2031 as in the file's name, found week 8",
    ],
    [
      'another year in a title',
      undefined,
      ['Mills', '2030-W07'],
      '2031-02-14',
      "6: title: expected week 7 of 2031 as in the file's name, found 2030-W07",
    ],
  ] as const)
    test(`is told ${what}`, () =>
      assert.deepEqual(choose(week, date, ...titles), {
        day: expected,
        isDerived: expected === '2031-02-14',
        problems: [problem],
      }));

  test('is told once of the same day', () =>
    assert.equal(choose(week, '2031-02-17', 'February 17, 2031', '17 February 2031').problems.length, 1));

  test('of a name made of the calendar’s year, how the file should be called', () => {
    const name = { id: '2030-W01', year: 2030, week: 1 };
    const { problems } = chooseIssueDate('2030-W01.md', name as never, { value: '2030-12-31', line: 2 }, []);
    assert.match(problems[0]?.remedy ?? '', /rename the file to 2031-W01\.md/);
  });
});

describe('an issue that is named after its day', () => {
  test('has that day', () =>
    assert.deepEqual(choose(day, undefined, 'February 13, 2031'), {
      day: '2031-02-12',
      isDerived: false,
      problems: [],
    }));
  test('or another of its week that the keys state', () => {
    assert.deepEqual(choose(day, '2031-02-16'), { day: '2031-02-16', isDerived: false, problems: [] });
    assert.equal(choose(day, '2031/02/10').day, '2031-02-10');
  });
  for (const [date, problem] of [
    ['2031-02-17', '2 held: date: 2031-02-17 is not in the week of 2031-02-12, which the file is named after'],
    ['soon', '2 held: date: expected YYYY-MM-DD, found "soon"'],
  ] as const)
    test(`is held back for ${date}`, () =>
      assert.deepEqual(choose(day, date), { day: '2031-02-12', isDerived: false, problems: [problem] }));
});
