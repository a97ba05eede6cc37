import { Cron } from 'croner';
import type { WeeklySchedule } from '#announcing/subscription.ts';
import { findGapOver, readOffset } from './find-gap.ts';

/** A schedule's arithmetic, and what it said last: many channels share few schedules, and are asked about at one moment. */
interface Calendar {
  readonly cron: Cron;
  /** From that moment up to the date itself it is the next one. */
  next?: { readonly fromMs: number; readonly dueMs: number };
  /** From the date itself until that moment it is the last one. */
  last?: { readonly dueMs: number; readonly untilMs: number };
}

const calendars = new Map<string, Calendar>();
const MAX_CALENDARS = 5_000;
/** Two dates are never farther apart, whatever the clocks do. */
const LONGEST_WEEK_MS = 8 * 24 * 60 * 60 * 1000;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * The first due date after a moment. Where the clocks go forward over it, it is the moment after the gap; where they go
 * back, the first of the two. So there is one in each week, whatever the clocks do.
 */
export function nextDue(schedule: WeeklySchedule, afterMs: number): number {
  const calendar = calendarOf(schedule);
  const { next } = calendar;
  if (next && next.fromMs <= afterMs && afterMs < next.dueMs) return next.dueMs;
  const dueMs = findNext(calendar, schedule, afterMs);
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
  // Forward again, so that both ways have the same dates.
  let dueMs = nextDue(schedule, atMs - LONGEST_WEEK_MS);
  let untilMs = nextDue(schedule, dueMs);
  while (untilMs <= atMs) {
    dueMs = untilMs;
    untilMs = nextDue(schedule, dueMs);
  }
  calendar.last = { dueMs, untilMs };
  return dueMs;
}

/** Croner leaves out a date in a gap that ends on the next day, as in Nuuk: the one a week before what it says. */
function findNext({ cron }: Calendar, schedule: WeeklySchedule, afterMs: number): number {
  const { timeZone } = schedule;
  const saidMs = readDate(cron.nextRun(new Date(afterMs)), schedule);
  const wallMs = saidMs + readOffset(saidMs, timeZone) - WEEK_MS;
  const gapMs = findGapOver(wallMs, saidMs - WEEK_MS, timeZone);
  return gapMs !== undefined && gapMs > afterMs ? gapMs : saidMs;
}

function calendarOf({ dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule): Calendar {
  const pattern = `0 ${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * * ${dayOfWeek}`;
  const key = `${pattern} ${timeZone}`;
  const known = calendars.get(key);
  if (known !== undefined) return known;
  if (calendars.size >= MAX_CALENDARS) calendars.clear();
  const calendar = { cron: new Cron(pattern, { timezone: timeZone, paused: true }) };
  calendars.set(key, calendar);
  return calendar;
}

function readDate(date: Date | null | undefined, { timeZone }: WeeklySchedule): number {
  if (!date) throw new Error(`there is no due date in the time zone ${timeZone}`);
  return date.getTime();
}
