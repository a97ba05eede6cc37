import { dayNames } from '#announcing/schedule/describe-schedule.ts';
import { listTimeZones } from '#announcing/schedule/time-zone.ts';

/** Shorter beginnings fit too much to help. */
const MIN_TYPED_LETTERS = 2;

/** What a half-typed schedule may become: its last word a day, or a time zone by its name or city. */
export function completeSchedule(typed: string, limit: number): readonly string[] {
  const words = typed.trimStart().split(/\s+/);
  const last = (words.pop() ?? '').toLowerCase();
  if (last.length < MIN_TYPED_LETTERS) return [];
  const zones = listTimeZones();
  const fits = [
    ...dayNames.filter((day) => day.toLowerCase().startsWith(last)),
    ...zones.filter((zone) => zone.toLowerCase().startsWith(last)),
    ...zones.filter((zone) =>
      zone
        .slice(zone.lastIndexOf('/') + 1)
        .toLowerCase()
        .startsWith(last),
    ),
  ];
  return [...new Set(fits)].slice(0, limit).map((found) => [...words, found].join(' '));
}
