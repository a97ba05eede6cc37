import assert from 'node:assert/strict';
import { planDue } from '#announcing/planning/plan-due.ts';
import { describeSchedule } from '#announcing/schedule/describe-schedule.ts';
import { mendDue } from '#announcing/schedule/mend-due.ts';
import { lastDue, nextDue } from '#announcing/schedule/next-due.ts';
import { makeSubscription } from '../../contracts/make-subscription.ts';
import { eachDueDate } from './schedule-oracle.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const steps = 40;
/** Beyond a week a clock counts as wrong altogether; that has a test of its own. */
const farthestBackMs = Math.floor(6.9 * dayMs);
const zones = ['UTC', ...Intl.supportedValuesOf('timeZone')];
const firstMs = Date.UTC(2015, 0, 1);
const lastMs = Date.UTC(2035, 11, 1);
/** Where clocks change, and the edges of the day. */
const hardMinutes = [0, 1, 30, 59, 60, 90, 119, 120, 121, 150, 179, 180, 181, 1380, 1410, 1439];

/** How many dates were served in all, over so many random schedules, each with restarts, sleeps and clocks that jump. */
export function followSchedules(count: number, random: () => number): number {
  let served = 0;
  for (let run = 0; run < count; run++) served += followOne(random);
  return served;
}

/** Follows one random schedule through some months, and compares each step with the oracle. */
function followOne(random: () => number): number {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <Item>(items: readonly Item[]) => items[below(items.length)] as Item;
  const schedule = {
    dayOfWeek: below(7),
    minuteOfDay: random() < 0.5 ? below(1440) : pick(hardMinutes),
    timeZone: pick(zones),
  };
  let clockMs = firstMs + below(lastMs - firstMs);
  let highestMs = clockMs;
  const oracle = eachDueDate(schedule, new Date(clockMs - 16 * dayMs).toISOString().slice(0, 10));
  const dues: number[] = [];
  const placeAfter = (atMs: number): number => {
    while ((dues.at(-1) ?? 0) <= atMs) dues.push(oracle.next().value as number);
    return dues.findIndex((due) => due > atMs);
  };
  const tell = (what: string) => `${what}: ${describeSchedule(schedule)}, clock ${new Date(clockMs).toISOString()}`;

  // What the oracle says is next, and what is stored.
  let next = placeAfter(clockMs);
  let subscription = makeSubscription({ schedule, nextDueMs: nextDue(schedule, clockMs) });
  const served: number[] = [];
  for (let step = 0; step < steps; step++) {
    assert.equal(subscription.nextDueMs, dues[next], tell('the stored date'));
    const act = random();
    if (act < 0.35) clockMs = (dues[next] ?? 0) + pick([-1, 0, 1, 999, 59_999]);
    else if (act < 0.6) clockMs += below(5 * dayMs);
    else if (act < 0.7) clockMs += below(35 * dayMs);
    else if (act < 0.8) clockMs = Math.max(clockMs - below(farthestBackMs), highestMs - farthestBackMs);
    highestMs = Math.max(highestMs, clockMs);
    // Restarted at whatever moment that is.
    if (random() < 0.3)
      subscription = { ...subscription, nextDueMs: mendDue(schedule, subscription.nextDueMs, clockMs) };

    const after = placeAfter(clockMs);
    const isDue = subscription.nextDueMs <= clockMs;
    assert.equal(isDue, after > next, tell('whether a date has come'));
    if (!isDue) continue;
    assert.equal(lastDue(schedule, clockMs), dues[after - 1], tell('the date that is served'));
    const { plan } = planDue({ subscription, issues: [], nowMs: clockMs, catchUpDays: 365 });
    assert.equal(plan.dueMs, subscription.nextDueMs);
    subscription = { ...subscription, nextDueMs: plan.nextDueMs };
    served.push(dues[after - 1] ?? 0);
    next = after;
  }
  assert.equal(new Set(served).size, served.length, tell('a date was served twice'));
  return served.length;
}
