// Compares 100 000 random schedules with a slow oracle. About 5 minutes.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeRandom } from '../../bench/seeded-random.ts';
import { followSchedules } from '../announcing/schedule/follow-schedule.ts';

const runs = Number(process.env.ENDURANCE_ROUNDS ?? 100_000);
const seed = Number(process.env.ENDURANCE_SEED ?? 20_261_126);
const runsAtATime = 1_000;

test(`${runs} random schedules have the dates of a slow oracle, and none twice (seed ${seed})`, async (t) => {
  const random = makeRandom(seed);
  let served = 0;
  for (let done = 0; done < runs; done += runsAtATime) {
    served += followSchedules(Math.min(runsAtATime, runs - done), random);
    t.diagnostic(`${Math.min(runs, done + runsAtATime)} of ${runs} schedules, ${served} dates served`);
    // So that what was told is shown.
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.ok(served >= runs);
});
