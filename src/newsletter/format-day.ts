const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** `2017-10-13` as a reader sees it: "13 October 2017". */
export function formatDay(isoDay: string): string {
  const [year = 0, month = 1, day = 1] = isoDay.split('-').map(Number);
  return `${day} ${monthNames[month - 1]} ${year}`;
}
