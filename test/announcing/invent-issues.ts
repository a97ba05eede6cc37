import { fridayOfIsoWeek, isoWeekOfDay } from '#newsletter/days/iso-week.ts';
import type { Issue } from '#newsletter/issue.ts';

/** An issue of the kitchen's newsletter; `2031-W08` and what matters given. */
export function inventIssue(id: string, given: Partial<Issue> = {}): Issue {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(id);
  const { year, week } = isDay ? isoWeekOfDay(id) : { year: Number(id.slice(0, 4)), week: Number(id.slice(6)) };
  return {
    id,
    year,
    week,
    title: `Kitchen Weekly ${week}`,
    date: { day: isDay ? id : fridayOfIsoWeek(year, week), isDerived: false },
    isDraft: false,
    isRestated: false,
    contents: [],
    articles: [],
    ...given,
  };
}
