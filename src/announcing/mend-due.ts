import { lastDue, nextDue } from './next-due.ts';
import type { WeeklySchedule } from './subscription.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** A due date further off was stored by a clock that ran ahead: one week is all there is between two, and some hours. */
const farthestDueMs = 8 * dayMs;

/**
 * A stored due date as it should be: unchanged, unless the zone has new rules by now, or the clock has been set back by
 * more than a week since. Never an earlier date than one that was served, within a week.
 */
export function mendDue(schedule: WeeklySchedule, storedMs: number, nowMs: number): number {
  if (storedMs <= nowMs) return storedMs;
  const before = lastDue(schedule, storedMs);
  const after = nextDue(schedule, storedMs);
  const nearest = storedMs - before <= after - storedMs ? before : after;
  return nearest - nowMs > farthestDueMs ? nextDue(schedule, nowMs) : nearest;
}
