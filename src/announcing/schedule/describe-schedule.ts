import type { WeeklySchedule } from '#announcing/subscription.ts';

/** By `dayOfWeek`. */
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** "every Friday at 12:00 (Europe/Berlin)". */
export function describeSchedule({ dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule): string {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  const minute = String(minuteOfDay % 60).padStart(2, '0');
  return `every ${dayNames[dayOfWeek]} at ${hour}:${minute} (${timeZone})`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** "Friday 20 October 2017, 12:00", by the clock on the wall there. */
export function describeDue(dueMs: number, timeZone: string): string {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(dueMs).map(({ type, value }) => [type, value]));
  const [weekday, day, month, year] = (['weekday', 'day', 'month', 'year'] as const).map((type) => parts.get(type));
  return `${weekday} ${day} ${month} ${year}, ${parts.get('hour')}:${parts.get('minute')}`;
}
