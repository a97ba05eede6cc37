import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findGapOver, readOffset } from '#announcing/schedule/find-gap.ts';
import { findLocalDay } from '#announcing/schedule/local-day.ts';
import { mendDue } from '#announcing/schedule/mend-due.ts';
import { lastDue, nextDue, nextDues } from '#announcing/schedule/next-due.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'UTC' };
// A Wednesday.
const nowMs = Date.UTC(2031, 1, 19);
const dueMs = Date.UTC(2031, 1, 21, 12);

describe('a stored date', () => {
  test('that has come stays', () => {
    assert.equal(mendDue(schedule, nowMs - 5, nowMs), nowMs - 5);
    assert.equal(mendDue(schedule, nowMs, nowMs), nowMs);
  });
  test('that is one stays', () => assert.equal(mendDue(schedule, dueMs, nowMs), dueMs));
  test('a little off, for the zone has other rules by now, is the nearest one', () => {
    assert.equal(mendDue(schedule, dueMs + HOUR_MS, nowMs), dueMs);
    assert.equal(mendDue(schedule, dueMs - HOUR_MS, nowMs), dueMs);
    assert.equal(mendDue(schedule, dueMs + 3 * DAY_MS, nowMs), dueMs);
    assert.equal(mendDue(schedule, dueMs + 4 * DAY_MS, nowMs), dueMs + 7 * DAY_MS);
  });
  test('within a week that the clock was set back stays, so that none comes up again', () =>
    assert.equal(mendDue(schedule, dueMs + 7 * DAY_MS, nowMs), dueMs + 7 * DAY_MS));
  test('and the one after it, be its week as long as it likes', () =>
    assert.equal(mendDue(schedule, dueMs + 14 * DAY_MS, dueMs - DAY_MS / 2), dueMs + 14 * DAY_MS));
  test('further off was stored by a wrong clock: the next one', () =>
    assert.equal(mendDue(schedule, dueMs + 14 * DAY_MS, nowMs), dueMs));
});

describe('dates', () => {
  test('the next is after a moment, the last may be that very moment', () => {
    assert.equal(nextDue(schedule, dueMs - 1), dueMs);
    assert.equal(nextDue(schedule, dueMs), dueMs + 7 * DAY_MS);
    assert.equal(lastDue(schedule, dueMs), dueMs);
    assert.equal(lastDue(schedule, dueMs - 1), dueMs - 7 * DAY_MS);
  });
  test('whatever was asked before', () => {
    for (const atMs of [dueMs + 30 * DAY_MS, dueMs - 30 * DAY_MS, dueMs, dueMs - 1]) {
      const next = nextDue(schedule, atMs);
      const last = lastDue(schedule, atMs);
      assert.ok(last <= atMs && atMs < next);
      assert.equal(next - last, 7 * DAY_MS);
    }
  });
  test('several in order', () =>
    assert.deepEqual(nextDues(schedule, nowMs, 3), [dueMs, dueMs + 7 * DAY_MS, dueMs + 14 * DAY_MS]));
});

describe('where the clocks go forward', () => {
  // In Berlin at two in the morning of 30 March 2031, one o’clock of UTC.
  const gapMs = Date.UTC(2031, 2, 30, 1);
  const wall = (hour: number, minute: number) => Date.UTC(2031, 2, 30, hour, minute);
  test('the moment is found for every time that is not shown', () => {
    for (const [hour, minute] of [
      [2, 0],
      [2, 30],
      [2, 59],
    ] as const)
      assert.equal(findGapOver(wall(hour, minute), gapMs + 20 * 60_000, 'Europe/Berlin'), gapMs, `${hour}:${minute}`);
  });
  test('and none for a time that is', () => {
    for (const [hour, minute] of [
      [1, 59],
      [3, 0],
    ] as const)
      assert.equal(findGapOver(wall(hour, minute), gapMs, 'Europe/Berlin'), undefined, `${hour}:${minute}`);
    assert.equal(findGapOver(Date.UTC(2031, 9, 26, 2, 30), Date.UTC(2031, 9, 26, 1), 'Europe/Berlin'), undefined);
    assert.equal(findGapOver(wall(2, 30), gapMs, 'UTC'), undefined);
  });
  test('a clock is ahead of UTC by as much as it shows', () => {
    assert.equal(readOffset(gapMs - 1, 'Europe/Berlin'), HOUR_MS);
    assert.equal(readOffset(gapMs, 'Europe/Berlin'), 2 * HOUR_MS);
    assert.equal(readOffset(nowMs + 999, 'Asia/Kolkata'), 5.5 * HOUR_MS);
    assert.equal(readOffset(nowMs, 'America/New_York'), -5 * HOUR_MS);
  });
});

test('a moment falls on the day that the calendar there shows', () => {
  const lateMs = Date.UTC(2031, 1, 19, 23, 30);
  assert.equal(findLocalDay(lateMs, 'UTC'), '2031-02-19');
  assert.equal(findLocalDay(lateMs, 'Europe/Berlin'), '2031-02-20');
  assert.equal(findLocalDay(Date.UTC(2031, 0, 1), 'America/New_York'), '2030-12-31');
});
