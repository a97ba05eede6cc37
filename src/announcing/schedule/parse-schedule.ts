import type { WeeklySchedule } from '#announcing/subscription.ts';
import { rankMisspelling } from '#spelling/rank-misspelling.ts';
import { dayNames } from './describe-schedule.ts';
import { findTimeZone, suggestTimeZone } from './time-zone.ts';

/** A schedule, or one sentence that says what was not understood and what to write. */
export type ScheduleReading =
  | { readonly schedule: WeeklySchedule; readonly problem?: undefined }
  | { readonly schedule?: undefined; readonly problem: string };

const days = dayNames.map((name) => name.toLowerCase());
const otherDayNames: Readonly<Record<string, number>> = { tues: 2, weds: 3, thur: 4, thurs: 4 };
const namedTimes: Readonly<Record<string, number>> = { noon: 720, midday: 720, '12noon': 720, midnight: 0 };
const fillers = new Set(
  'a at an and each every for in is it me of on please post the this time timezone to tz us week weekly zone'.split(
    ' ',
  ),
);
const otherRhythms = new Set(['daily', 'day', 'days', 'hourly', 'monthly', 'month', 'yearly', 'weekday', 'weekdays']);
const example = 'For example: “friday 12:00 Europe/Berlin”.';

/** Reads a day, a time and a zone, in any order and many ways of writing; what is left out is as in `otherwise`. */
export function parseSchedule(text: string, otherwise: WeeklySchedule): ScheduleReading {
  const words = text
    .toLowerCase()
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/(\d)\s*o'?clock\b/g, '$1:00')
    .replaceAll(/(\d)\s*([ap])\.?m\b\.?/g, '$1$2m')
    .split(/[\s,;@()]+/)
    .filter((word) => word !== '' && !fillers.has(word));
  let dayOfWeek: number | undefined;
  let minuteOfDay: number | undefined;
  const rest: string[] = [];
  for (const word of words) {
    const day = readDay(word);
    const minute = readTime(word);
    if (minute === 'impossible') return { problem: `There is no time “${word}” on a day. ${example}` };
    if (otherRhythms.has(word)) return { problem: `New issues are posted once a week: name one day. ${example}` };
    if (day !== undefined) {
      if (dayOfWeek !== undefined && dayOfWeek !== day) return { problem: `Name one day only, please. ${example}` };
      dayOfWeek = day;
    } else if (minute !== undefined) {
      if (minuteOfDay !== undefined) return { problem: `Name one time only, please. ${example}` };
      minuteOfDay = minute;
    } else rest.push(word);
  }
  const timeZone = rest.length === 0 ? otherwise.timeZone : findTimeZone(rest.join(' '));
  if (timeZone === undefined) return { problem: explainRest(rest) };
  return {
    schedule: {
      dayOfWeek: dayOfWeek ?? otherwise.dayOfWeek,
      minuteOfDay: minuteOfDay ?? otherwise.minuteOfDay,
      timeZone,
    },
  };
}

function readDay(word: string): number | undefined {
  const day = days.findIndex((name) => word === name || word === `${name}s` || word === name.slice(0, 3));
  return day >= 0 ? day : otherDayNames[word];
}

/** `9`, `9:30`, `9.30`, `9h30`, `0930`, `9am`, `9:30pm`, `noon`. */
function readTime(word: string): number | 'impossible' | undefined {
  const named = namedTimes[word];
  if (named !== undefined) return named;
  const match = /^(\d{1,2})(?:[:.h]?(\d\d))?h?([ap]m)?$/.exec(word);
  if (match === null) return undefined;
  const [, hourText, minuteText = '0', half] = match;
  const hour = Number(hourText);
  const minute = Number(minuteText);
  const isPossible = minute < 60 && (half === undefined ? hour < 24 : hour >= 1 && hour <= 12);
  if (!isPossible) return 'impossible';
  return (half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute;
}

function explainRest(rest: readonly string[]): string {
  for (const word of rest) {
    const day = days.find((name) => rankMisspelling(word, name) !== undefined);
    if (day !== undefined) return `I do not know the day “${word}”. Did you mean “${day}”?`;
  }
  const typed = rest.join(' ');
  const zone = suggestTimeZone(typed);
  if (zone !== undefined) return `I do not know the time zone “${typed}”. Did you mean “${zone}”?`;
  return /\d/.test(typed)
    ? `“${typed}” is no time zone: name a place, which knows when its clocks change. ${example}`
    : `I do not understand “${typed}”. Name a day, a time and a time zone; any of them can be left out. ${example}`;
}
