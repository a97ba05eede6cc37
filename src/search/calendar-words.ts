const MONTHS = 'january february march april may june july august september october november december';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const words = new Set(`${MONTHS} ${DAYS}`.split(' '));

/** Months and days are written with a capital wherever they stand: that makes them no names of products. */
export function isCalendarWord(word: string): boolean {
  return words.has(word.toLowerCase());
}
