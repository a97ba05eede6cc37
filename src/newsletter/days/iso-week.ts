const DAY_MS = 86_400_000;

/** How many ISO weeks the year has: 52 or 53. */
export function countIsoWeeks(year: number): 52 | 53 {
  const firstWeekday = isoWeekday(Date.UTC(year, 0, 1));
  const lastWeekday = isoWeekday(Date.UTC(year, 11, 31));
  return firstWeekday === 4 || lastWeekday === 4 ? 53 : 52;
}

/** The Friday of an ISO week, as `YYYY-MM-DD`. */
export function fridayOfIsoWeek(year: number, week: number): string {
  return formatDay(mondayOfIsoWeek(year, week) + 4 * DAY_MS);
}

/** Whether a day (`YYYY-MM-DD`) lies between the Monday and the Sunday of an ISO week. */
export function isDayInIsoWeek(day: string, year: number, week: number): boolean {
  const offset = Date.parse(`${day}T00:00:00Z`) - mondayOfIsoWeek(year, week);
  return offset >= 0 && offset < 7 * DAY_MS;
}

/** `YYYY-MM-DD` for a day that exists in the calendar, else undefined. `month` counts from 1. */
export function formatCalendarDay(year: number, month: number, day: number): string | undefined {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return undefined;
  const formatted = formatDay(Date.UTC(year, month - 1, day));
  return Number(formatted.slice(8)) === day ? formatted : undefined;
}

/** The ISO week that a day (`YYYY-MM-DD`) lies in, and that week's year. */
export function isoWeekOfDay(day: string): { readonly year: number; readonly week: number } {
  const timeMs = Date.parse(`${day}T00:00:00Z`);
  // A week belongs to the year of its Thursday.
  const thursday = timeMs + (4 - isoWeekday(timeMs)) * DAY_MS;
  const year = Number(formatDay(thursday).slice(0, 4));
  return { year, week: Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY_MS)) + 1 };
}

// 4 January is always in week 1.
function mondayOfIsoWeek(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - (isoWeekday(fourth) - 1) * DAY_MS + (week - 1) * 7 * DAY_MS;
}

// Monday 1 to Sunday 7; 1 January 1970 was a Thursday.
function isoWeekday(timeMs: number): number {
  return ((((timeMs / DAY_MS + 3) % 7) + 7) % 7) + 1;
}

function formatDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
