import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mendDue } from '#announcing/schedule/mend-due.ts';
import { lastDue, nextDue, nextDues } from '#announcing/schedule/next-due.ts';
import { makeRandom } from '../../../bench/seeded-random.ts';
import { followSchedules } from './follow-schedule.ts';

const dayMs = 24 * 60 * 60 * 1000;
const sunday = (timeZone: string, hour: number, minute = 0) => ({
  dayOfWeek: 0,
  minuteOfDay: hour * 60 + minute,
  timeZone,
});
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const after = (schedule: ReturnType<typeof sunday>, day: string) => nextDues(schedule, Date.parse(day), 3).map(iso);

test('random schedules in all zones have the dates of a slow and obvious oracle, through restarts, sleeps and clock jumps', (t) => {
  const seed = 20260130;
  const served = followSchedules(400, makeRandom(seed));
  t.diagnostic(`seed ${seed}, ${served} dates served`);
  assert.ok(served > 5_000);
});

test('where the clocks go forward over the time, it is the moment after; where they go back, the first of the two', () => {
  const berlin = sunday('Europe/Berlin', 2, 30);
  assert.deepEqual(after(berlin, '2021-03-21T12:00Z'), ['2021-03-28T01:00', '2021-04-04T00:30', '2021-04-11T00:30']);
  assert.deepEqual(after(berlin, '2021-10-25T12:00Z'), ['2021-10-31T00:30', '2021-11-07T01:30', '2021-11-14T01:30']);
});

test('half-hour and quarter-hour zones, and a change of half an hour', () => {
  assert.deepEqual(after(sunday('Asia/Kathmandu', 12), '2021-01-01T00:00Z').slice(0, 1), ['2021-01-03T06:15']);
  // Half past two is skipped, half an hour of it.
  assert.deepEqual(after(sunday('Australia/Lord_Howe', 2, 15), '2021-09-27T00:00Z').slice(0, 2), [
    '2021-10-02T15:30',
    '2021-10-09T15:15',
  ]);
});

test('a gap that ends on the next day hides no date, looked at from either side', () => {
  // In Nuuk the clocks go from Saturday 23:00 to Sunday 0:00.
  const nuuk = { dayOfWeek: 6, minuteOfDay: 23 * 60 + 21, timeZone: 'America/Godthab' };
  const due = Date.parse('2034-03-26T01:00Z');
  assert.equal(nextDue(nuuk, due - dayMs), due);
  for (const laterMs of [0, 1, dayMs]) assert.equal(lastDue(nuuk, due + laterMs), due);
});

test('a zone that has new rules by now gets its date by them, once', () => {
  const schedule = sunday('Europe/Berlin', 12);
  const due = nextDue(schedule, Date.parse('2021-06-01'));
  // As it was stored by a Node that knew nothing of summer time.
  assert.equal(mendDue(schedule, due + 60 * 60_000, due - dayMs), due);
  assert.equal(mendDue(schedule, due, due - dayMs), due);
});

test('a clock that ran ahead by years and was set right has its dates again', () => {
  const schedule = sunday('UTC', 12);
  const nowMs = Date.parse('2021-06-01');
  const stored = nextDue(schedule, Date.parse('2031-01-01'));
  assert.equal(mendDue(schedule, stored, nowMs), nextDue(schedule, nowMs));
  // Set back by a few days: the date that was served stays served.
  const next = nextDue(schedule, nowMs);
  assert.equal(mendDue(schedule, next, next - 7 * dayMs - 1), next);
  // A date that has come is served, not moved.
  assert.equal(mendDue(schedule, next, next + dayMs), next);
});
