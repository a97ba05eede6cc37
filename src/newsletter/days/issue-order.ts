import { countIsoWeeks, fridayOfIsoWeek } from './iso-week.ts';

const days = new Map<string, string>();
const MAX_KEPT = 10_000;

/** Orders issue ids by the days that they name, a week by its Friday; within a day by name. An empty id comes first. */
export function compareIssueIds(one: string, other: string): number {
  if (one === other) return 0;
  const dayOfOne = dayOf(one);
  const dayOfOther = dayOf(other);
  if (dayOfOne !== dayOfOther) return dayOfOne < dayOfOther ? -1 : 1;
  return one < other ? -1 : 1;
}

/** Whether an issue comes after another, by their ids. */
export function isLaterIssue(id: string, than: string): boolean {
  return compareIssueIds(id, than) > 0;
}

function dayOf(id: string): string {
  const known = days.get(id);
  if (known !== undefined) return known;
  const week = /^(\d{4})-W(\d{2})$/.exec(id);
  const isWeek = week !== null && Number(week[2]) >= 1 && Number(week[2]) <= countIsoWeeks(Number(week[1]));
  const day = isWeek ? fridayOfIsoWeek(Number(week[1]), Number(week[2])) : (/^\d{4}-\d{2}-\d{2}/.exec(id)?.[0] ?? id);
  if (days.size >= MAX_KEPT) days.clear();
  days.set(id, day);
  return day;
}
