import { Cron } from 'croner';
import type { WeeklySchedule } from './subscription.ts';

/** Those made so far: many channels share few schedules, and making one takes longer than asking it. */
const clocks = new Map<string, Cron>();
const maxClocks = 5_000;

/**
 * The first due date after a moment. Where the clocks go forward over it, it is the moment after the gap; where they go
 * back, the first of the two. So there is one in each week, whatever the clocks do.
 */
export function nextDue(schedule: WeeklySchedule, afterMs: number): number {
  return readDate(clockOf(schedule).nextRun(new Date(afterMs)), schedule);
}

/** The next few due dates, in order. */
export function nextDues(schedule: WeeklySchedule, afterMs: number, count: number): readonly number[] {
  const dues: number[] = [];
  while (dues.length < count) dues.push(nextDue(schedule, dues.at(-1) ?? afterMs));
  return dues;
}

/** The due date that came last, be it this very moment. */
export function lastDue(schedule: WeeklySchedule, atMs: number): number {
  // Croner looks for dates before the one given, in whole seconds.
  const reference = new Date(Math.floor(atMs / 1000) * 1000 + 1000);
  return readDate(clockOf(schedule).previousRuns(1, reference)[0], schedule);
}

function clockOf({ dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule): Cron {
  const pattern = `0 ${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${dayOfWeek}`;
  const key = `${pattern} ${timeZone}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  if (clocks.size >= maxClocks) clocks.clear();
  const clock = new Cron(pattern, { timezone: timeZone, paused: true });
  clocks.set(key, clock);
  return clock;
}

function readDate(date: Date | null | undefined, { timeZone }: WeeklySchedule): number {
  if (!date) throw new Error(`there is no due date in the time zone ${timeZone}`);
  return date.getTime();
}
