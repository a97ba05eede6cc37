import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  countIsoWeeks,
  formatCalendarDay,
  fridayOfIsoWeek,
  isDayInIsoWeek,
  isoWeekOfDay,
} from '#newsletter/days/iso-week.ts';
import { assertProperty } from '../../fixtures/assert-property.ts';

const DAY_MS = 86_400_000;
const shift = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

describe('a week belongs to the year of its Thursday', () => {
  for (const [day, year, week] of [
    ['2026-01-01', 2026, 1],
    ['2021-01-03', 2020, 53],
    ['2021-01-04', 2021, 1],
    ['2024-12-29', 2024, 52],
    ['2024-12-30', 2025, 1],
    ['2016-01-03', 2015, 53],
    ['2017-10-13', 2017, 41],
  ] as const)
    test(day, () => assert.deepEqual(isoWeekOfDay(day), { year, week }));
});

describe('how many weeks a year has', () => {
  for (const [year, weeks] of [
    // A Thursday first, a Thursday last, a leap year with either, and years with none.
    [2015, 53],
    [2020, 53],
    [2026, 53],
    [2032, 53],
    [2017, 52],
    [2024, 52],
    [2025, 52],
  ] as const)
    test(String(year), () => assert.equal(countIsoWeeks(year), weeks));
});

test('a week goes from its Monday to its Sunday', () => {
  assert.deepEqual(
    ['2026-03-08', '2026-03-09', '2026-03-13', '2026-03-15', '2026-03-16'].map((day) => isDayInIsoWeek(day, 2026, 11)),
    [false, true, true, true, false],
  );
  assert.equal(fridayOfIsoWeek(2026, 11), '2026-03-13');
  assert.equal(fridayOfIsoWeek(2026, 53), '2027-01-01');
});

test('a day that is not in the calendar is none', () => {
  assert.deepEqual(
    (
      [
        [2024, 2, 29],
        [2023, 2, 29],
        [2023, 4, 31],
        [2023, 13, 1],
        [2023, 0, 1],
        [2023, 1, 0],
        [999, 1, 1],
        [10_000, 1, 1],
      ] as const
    ).map(([year, month, day]) => formatCalendarDay(year, month, day)),
    ['2024-02-29', ...Array.from({ length: 7 }, () => undefined)],
  );
  assert.deepEqual([formatCalendarDay(1000, 1, 1), formatCalendarDay(9999, 12, 31)], ['1000-01-01', '9999-12-31']);
});

test('every day lies in its own week, whose Friday is at most four days away', () =>
  assertProperty(
    fc.property(fc.integer({ min: 0, max: 200 * 365 }), (days) => {
      const day = shift('1950-01-01', days);
      const { year, week } = isoWeekOfDay(day);
      assert.ok(week >= 1 && week <= countIsoWeeks(year));
      assert.ok(isDayInIsoWeek(day, year, week));
      const friday = fridayOfIsoWeek(year, week);
      assert.deepEqual(isoWeekOfDay(friday), { year, week });
      assert.ok(friday >= shift(day, -2) && friday <= shift(day, 4));
    }),
  ));
