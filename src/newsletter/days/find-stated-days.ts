import { formatCalendarDay } from './iso-week.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?';
const DAY = '(\\d{1,2})(?:st|nd|rd|th)?';
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s{1,3}${DAY},?\\s{1,3}(\\d{4})\\b`, 'gi');
const DAY_FIRST = new RegExp(`\\b${DAY}\\s{1,3}(?:of\\s)?${MONTH},?\\s{1,3}(\\d{4})\\b`, 'gi');
const NUMERIC = /\b(\d{4})-(\d{2})-(\d{2})(?=$|[^\d-])/g;

/** A date found in a text: the calendar day, or undefined when no such day exists. */
export interface StatedDay {
  readonly words: string;
  readonly day: string | undefined;
}

/** Every full date that a title or a `date:` states ("June 9, 2017", "9 June 2017", "2017-06-09…"), in order of form. */
export function findStatedDays(text: string): StatedDay[] {
  const found: StatedDay[] = [];
  for (const [words, year, month, day] of text.matchAll(NUMERIC)) add(words, year, Number(month), day);
  for (const [words, month, day, year] of text.matchAll(MONTH_FIRST)) add(words, year, monthNumber(month), day);
  for (const [words, day, month, year] of text.matchAll(DAY_FIRST)) add(words, year, monthNumber(month), day);
  return found;

  function add(words: string, year: string | undefined, month: number, day: string | undefined): void {
    found.push({ words, day: formatCalendarDay(Number(year), month, Number(day)) });
  }
}

function monthNumber(name: string | undefined): number {
  return months.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}
