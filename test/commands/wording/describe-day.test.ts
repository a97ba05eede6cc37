import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { describeAge, describeDay } from '#commands/wording/describe-day.ts';

describe('how long ago a day was, in the largest unit of which a whole one has passed', () => {
  const cases: readonly [day: string, age: string][] = [
    ['2032-03-02', 'not yet published'],
    ['2032-03-01', 'today'],
    ['2032-02-29', '1 day ago'],
    ['2032-02-17', '13 days ago'],
    ['2032-02-16', '2 weeks ago'],
    ['2032-01-02', '8 weeks ago'],
    ['2032-01-01', '1 month ago'],
    ['2031-03-03', '11 months ago'],
    ['2031-03-02', '1 year ago'],
    ['2031-03-01', '1 year ago'],
    ['2030-03-01', '2 years ago'],
    ['2022-03-02', '9 years ago'],
  ];
  for (const [day, age] of cases) test(`${day}: ${age}`, () => assert.equal(describeAge(day, '2032-03-01'), age));
});

test('says so when the day is known from the week alone', () => {
  const today = '2032-03-01';
  assert.equal(describeDay({ day: '2032-02-27', isDerived: false }, today), '27 February 2032, 3 days ago');
  assert.equal(
    describeDay({ day: '2032-02-27', isDerived: true }, today),
    '27 February 2032 (the Friday of its week), 3 days ago',
  );
});
