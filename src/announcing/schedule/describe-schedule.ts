import type { WeeklySchedule } from '#announcing/subscription.ts';
import { createZoneFormat } from './zone-format.ts';

/** By `dayOfWeek`. */
export const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** "every Friday at 12:00 (Europe/Berlin)". */
export function describeSchedule({ dayOfWeek, minuteOfDay, timeZone }: WeeklySchedule): string {
  const hour = String(Math.floor(minuteOfDay / 60)).padStart(2, '0');
  const minute = String(minuteOfDay % 60).padStart(2, '0');
  return `every ${dayNames[dayOfWeek]} at ${hour}:${minute} (${timeZone})`;
}

const formatIn = createZoneFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "Friday 20 October 2017, 12:00", by the clock on the wall there. */
export function describeDue(dueMs: number, timeZone: string): string {
  const parts = Object.fromEntries(
    formatIn(timeZone)
      .formatToParts(dueMs)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.weekday} ${parts.day} ${parts.month} ${parts.year}, ${parts.hour}:${parts.minute}`;
}
