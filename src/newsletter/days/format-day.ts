/** The months, from January on, as sentences have them. */
export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

/** `2017-10-13` as a reader sees it: "13 October 2017". */
export function formatDay(isoDay: string): string {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** `2017-10-13` as a month: "October 2017". */
export function formatMonth(isoDay: string): string {
  const [year = 0, month = 1] = isoDay.split('-').map(Number);
  return `${monthNames[month - 1]} ${year}`;
}

/** Whether more than a year lies between two days, both `YYYY-MM-DD`. */
export function isOlderThanYear(isoDay: string, today: string): boolean {
  const [year = 0, ...rest] = isoDay.split('-');
  return `${Number(year) + 1}-${rest.join('-')}` < today;
}
