const MONTHS = 'january february march april may june july august september october november december';
const DAYS = 'monday tuesday wednesday thursday friday saturday sunday';
const UNITS = 'kb mb gb tb gig gigs meg megs khz mhz ghz fps';
const words = new Set(`${MONTHS} ${DAYS} ${UNITS}`.split(' '));

/** Months, days and units are written with a capital wherever they stand: that makes them no names of products. */
export function isNeverName(word: string): boolean {
  return words.has(word.toLowerCase());
}
