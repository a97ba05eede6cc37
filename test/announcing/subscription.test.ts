import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameSchedule } from '#announcing/subscription.ts';

const schedule = { dayOfWeek: 5, minuteOfDay: 720, timeZone: 'Asia/Kolkata' };

test('a schedule is another one as soon as its day, its time or its zone alone is', () => {
  assert.ok(isSameSchedule(schedule, { ...schedule }));
  for (const change of [{ dayOfWeek: 6 }, { minuteOfDay: 721 }, { timeZone: 'Asia/Colombo' }]) {
    assert.equal(isSameSchedule(schedule, { ...schedule, ...change }), false, JSON.stringify(change));
  }
});
