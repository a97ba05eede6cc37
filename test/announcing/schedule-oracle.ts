import type { WeeklySchedule } from '#announcing/subscription.ts';

const dayMs = 86_400_000;
const minuteMs = 60_000;

/**
 * The due dates of a schedule from one calendar day to another, the slow and obvious way: it steps from day to day, and on
 * the right day of the week from minute to minute, until the clock on the wall shows the time or is past it.
 */
export function listDueDates(
  { dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule,
  fromDay: string,
  toDay: string,
): number[] {
  const dues: number[] = [];
  for (let dayUtcMs = Date.parse(fromDay); dayUtcMs <= Date.parse(toDay); dayUtcMs += dayMs) {
    if (new Date(dayUtcMs).getUTCDay() !== dayOfWeek) continue;
    const day = new Date(dayUtcMs).toISOString().slice(0, 10);
    const due = findMinute(day, minuteOfDay, dayUtcMs, timeZone);
    if (due !== undefined) dues.push(due);
  }
  return dues;
}

/** The first minute of the day on which the wall clock shows at least that time. No zone is more than 15 hours from UTC. */
function findMinute(day: string, minuteOfDay: number, dayUtcMs: number, timeZone: string): number | undefined {
  const guessMs = dayUtcMs + minuteOfDay * minuteMs;
  // Away from any change of the clocks the answer is plain: the same offset before, at and after the time.
  const offsets = [-26, 0, 26].map((hours) => readWallClock(guessMs + hours * 60 * minuteMs, timeZone).offsetMs);
  const [offsetMs = 0] = offsets;
  if (offsets.every((one) => one === offsetMs)) return guessMs - offsetMs;
  for (let atMs = dayUtcMs - 15 * 60 * minuteMs; atMs < dayUtcMs + 40 * 60 * minuteMs; atMs += minuteMs) {
    const wall = readWallClock(atMs, timeZone);
    if (wall.day === day && wall.minuteOfDay >= minuteOfDay) return atMs;
    // The clocks went forward over the rest of the day.
    if (wall.day > day) return atMs;
  }
  return undefined;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What a clock on the wall shows. */
export function readWallClock(atMs: number, timeZone: string): { day: string; minuteOfDay: number; offsetMs: number } {
  const format =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  formats.set(timeZone, format);
  // "2017-10-13 12:00:00"
  const text = format.format(atMs);
  const [hour = 0, minute = 0] = text.slice(11).split(':').map(Number);
  const offsetMs = Date.parse(`${text.replace(' ', 'T')}Z`) - Math.floor(atMs / 1000) * 1000;
  return { day: text.slice(0, 10), minuteOfDay: hour * 60 + minute, offsetMs };
}
