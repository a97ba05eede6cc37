import { isoWeekOfDay } from './iso-week.ts';

/** How often something was in a week: `2031-W08`. */
export interface WeekCount {
  readonly week: string;
  readonly times: number;
}

/** Counts moments by their ISO week (UTC), the earliest week first. */
export function countByWeek(momentsMs: readonly number[]): readonly WeekCount[] {
  const weeks = Map.groupBy(momentsMs, (atMs) => {
    const { year, week } = isoWeekOfDay(new Date(atMs).toISOString().slice(0, 10));
    return `${year}-W${String(week).padStart(2, '0')}`;
  });
  return [...weeks]
    .map(([week, moments]) => ({ week, times: moments.length }))
    .sort((a, b) => (a.week < b.week ? -1 : 1));
}
