import { formatDay } from '#newsletter/days/format-day.ts';
import type { IssueDate } from '#newsletter/issue.ts';

/** "13 October 2017, 8 years ago"; says so when the date is only known from the week. */
export function describeDay(date: IssueDate, today: string): string {
  const derived = date.isDerived ? ' (the Friday of its week)' : '';
  return `${formatDay(date.day)}${derived}, ${describeAge(date.day, today)}`;
}

/** How long ago a day was, in the largest unit of which a whole one has passed. */
export function describeAge(day: string, today: string): string {
  const days = Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
  if (days < 0) return 'not yet published';
  if (days === 0) return 'today';
  if (days < 14) return count(days, 'day');
  if (days < 60) return count(Math.floor(days / 7), 'week');
  if (days < 365) return count(Math.floor(days / 30.44), 'month');
  return count(Math.floor(days / 365.25) || 1, 'year');
}

function count(amount: number, unit: string): string {
  return `${amount} ${unit}${amount === 1 ? '' : 's'} ago`;
}
