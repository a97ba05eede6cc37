import { Cron } from 'croner';
import type { WeeklySchedule } from './subscription.ts';

/** A schedule's arithmetic, and what it said last: many channels share few schedules, and are asked about at one moment. */
interface Calendar {
  readonly cron: Cron;
  /** From that moment up to the date itself it is the next one. */
  next?: { readonly fromMs: number; readonly dueMs: number };
  /** From the date itself until that moment it is the last one. */
  last?: { readonly dueMs: number; readonly untilMs: number };
}

const calendars = new Map<string, Calendar>();
const maxCalendars = 5_000;

/**
 * The first due date after a moment. Where the clocks go forward over it, it is the moment after the gap; where they go
 * back, the first of the two. So there is one in each week, whatever the clocks do.
 */
export function nextDue(schedule: WeeklySchedule, afterMs: number): number {
  const calendar = calendarOf(schedule);
  const { next } = calendar;
  if (next && next.fromMs <= afterMs && afterMs < next.dueMs) return next.dueMs;
  const dueMs = readDate(calendar.cron.nextRun(new Date(afterMs)), schedule);
  calendar.next = { fromMs: afterMs, dueMs };
  return dueMs;
}

/** The next few due dates, in order. */
export function nextDues(schedule: WeeklySchedule, afterMs: number, count: number): readonly number[] {
  const dues: number[] = [];
  while (dues.length < count) dues.push(nextDue(schedule, dues.at(-1) ?? afterMs));
  return dues;
}

/** The due date that came last, be it this very moment. */
export function lastDue(schedule: WeeklySchedule, atMs: number): number {
  const calendar = calendarOf(schedule);
  const { last } = calendar;
  if (last && last.dueMs <= atMs && atMs < last.untilMs) return last.dueMs;
  // Croner looks for dates before the one given, in whole seconds.
  const reference = new Date(Math.floor(atMs / 1000) * 1000 + 1000);
  const dueMs = readDate(calendar.cron.previousRuns(1, reference)[0], schedule);
  calendar.last = { dueMs, untilMs: nextDue(schedule, atMs) };
  return dueMs;
}

function calendarOf({ dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule): Calendar {
  const pattern = `0 ${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${dayOfWeek}`;
  const key = `${pattern} ${timeZone}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  if (calendars.size >= maxCalendars) calendars.clear();
  const calendar = { cron: new Cron(pattern, { timezone: timeZone, paused: true }) };
  calendars.set(key, calendar);
  return calendar;
}

function readDate(date: Date | null | undefined, { timeZone }: WeeklySchedule): number {
  if (!date) throw new Error(`there is no due date in the time zone ${timeZone}`);
  return date.getTime();
}
