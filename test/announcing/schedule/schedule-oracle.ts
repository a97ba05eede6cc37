import type { WeeklySchedule } from '#announcing/subscription.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/**
 * The due dates of a schedule from a calendar day on, the slow and obvious way: it steps from day to day, and on the right
 * day of the week to the minute at which the clock on the wall shows the time.
 */
export function* eachDueDate({ dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule, fromDay: string): Generator<number> {
  for (let dayUtcMs = Date.parse(fromDay); ; dayUtcMs += dayMs) {
    if (new Date(dayUtcMs).getUTCDay() === dayOfWeek) yield findMinute(dayUtcMs, minuteOfDay, timeZone);
  }
}

function findMinute(dayUtcMs: number, minuteOfDay: number, timeZone: string): number {
  const wantedMs = dayUtcMs + minuteOfDay * minuteMs;
  const offsets = [-26, 0, 26].map((hours) => readOffset(wantedMs + hours * hourMs, timeZone));
  const [least = 0, most = 0] = [Math.min(...offsets), Math.max(...offsets)];
  // Away from any change of the clocks the answer is plain.
  if (least === most) return wantedMs - most;
  // Near one, the first minute at which the clock shows the time or, where it goes forward over it, a later one.
  let atMs = wantedMs - most - 3 * hourMs;
  while (atMs + readOffset(atMs, timeZone) < wantedMs) atMs += minuteMs;
  return atMs;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the clock on the wall is ahead of UTC. */
function readOffset(atMs: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  // "2017-10-13 12:00:00"
  return Date.parse(`${format.format(atMs).replace(' ', 'T')}Z`) - Math.floor(atMs / 1000) * 1000;
}
