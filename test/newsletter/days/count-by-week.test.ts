import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countByWeek } from '#newsletter/days/count-by-week.ts';

test('moments are counted by their week of UTC, the earliest week first, across a turn of the year', () => {
  const moments = ['2031-03-09T23:59:59Z', '2031-01-06T00:00:00Z', '2030-12-30T12:00:00Z', '2031-01-05T23:59:59Z'];
  assert.deepEqual(countByWeek(moments.map(Date.parse)), [
    { week: '2031-W01', times: 2 },
    { week: '2031-W02', times: 1 },
    { week: '2031-W10', times: 1 },
  ]);
  assert.deepEqual(countByWeek([]), []);
});
