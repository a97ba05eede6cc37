import type { WeeklySchedule } from '#announcing/subscription.ts';
import { lastDue, nextDue } from './next-due.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A week to the next date, and a week by which a clock may be set back: what is further off, a wrong clock has stored. */
const FARTHEST_DUE_MS = 15 * DAY_MS;

/**
 * A stored due date as it should be: unchanged, unless the zone has new rules by now, or the clock has been set back by
 * more than a week since. Within that week no date comes up again that was served.
 */
export function mendDue(schedule: WeeklySchedule, storedMs: number, nowMs: number): number {
  if (storedMs <= nowMs) return storedMs;
  const before = lastDue(schedule, storedMs);
  const after = nextDue(schedule, storedMs);
  const nearest = storedMs - before <= after - storedMs ? before : after;
  return nearest - nowMs > FARTHEST_DUE_MS ? nextDue(schedule, nowMs) : nearest;
}
