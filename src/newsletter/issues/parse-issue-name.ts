import { countIsoWeeks, formatCalendarDay, isoWeekOfDay } from '#newsletter/days/iso-week.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';

/** Which issue a file is, by its name or by its date. */
export interface IssueName extends Pick<Issue, 'id' | 'year' | 'week'> {
  /** `YYYY-MM-DD`; absent where the name is that of a week. */
  readonly day?: string;
}

const MAX_SLUG = 40;
const YEAR_WEEK = /^(\d{4})-W(\d{2})$/;
const DAY = /^(\d{4})([-_.]?)(\d{2})\2(\d{2})(?:[-_. ](.*))?$/;
const DAY_OF_FOLDERS = /(?:^|\/)(\d{4})\/(\d{2})[/-](\d{2})(?:[-_/. ]([^/]*))?$/;
/** Meant for a week: what it says must be mended, whatever else dates the file. */
const WEEK_LIKE = /^(?:\d{2,4}[-_ ]?w(?:eek|k)?[-_ ]?\d|w(?:eek|k)?[-_ ]?\d|\d{4}[-_ ]\d{1,2}$)/i;
/** Pages that a site has beside its issues. */
const PAGES =
  /^(?:_.*|about|authors?|archives?|colophon|contact|contents|contributing|code.of.conduct|changelog|editors?|faq|home|imprint|licen[cs]e|privacy|search|security|sponsors?|subscribe|tags|team|template|terms|unsubscribe|404)$/i;

/** Reads `2017-W41` out of a path that ends in `2017-W41.md`, or a day out of one like `2026-03-11-news.md`; else a problem. */
export function parseIssueName(file: string): IssueName | ContentProblem {
  const path = file.replaceAll('\\', '/');
  const name = path.slice(path.lastIndexOf('/') + 1);
  const stem = stemOf(path);
  const week = name.endsWith('.md') ? YEAR_WEEK.exec(name.slice(0, -'.md'.length)) : null;
  if (week === null) {
    const named = name.endsWith('.md') ? nameByDay(stem, path.slice(0, -'.md'.length)) : undefined;
    if (named === 'not in the calendar') {
      return problem(
        `file name: the day in ${JSON.stringify(shorten(name))} is not in the calendar`,
        'rename the file after the day on which the issue came out, for example 2026-03-11.md, or after its week, for example 2017-W41.md',
      );
    }
    return (
      named ??
      problem(
        `file name: expected YYYY-Www.md, found ${JSON.stringify(shorten(name))}`,
        'rename the file after the year and ISO week of the issue, for example 2017-W41.md, or after its day, for example 2026-03-11.md',
      )
    );
  }
  const year = Number(week[1]);
  const number = Number(week[2]);
  if (year < 1000) return problem(`file name: ${week[1]} is not a year`, 'rename the file, for example 2017-W41.md');
  const weeks = countIsoWeeks(year);
  if (number < 1 || number > weeks) {
    return problem(
      `file name: ${year} has ISO weeks 01 to ${weeks}, found ${week[2]}`,
      'rename the file after the ISO week in which the issue came out',
    );
  }
  return { id: week[0], year, week: number };

  function problem(message: string, remedy: string): ContentProblem {
    return { file, severity: 'error', message, remedy };
  }
}

/** The name of an issue whose front matter states its day, and whose file is named otherwise; undefined for a page of a site. */
export function nameByStatedDay(file: string, day: string): IssueName | undefined {
  const stem = stemOf(file.replaceAll('\\', '/'));
  return isPageName(file) || WEEK_LIKE.test(stem) || DAY.test(stem) ? undefined : nameOfDay(day, stem);
}

/** Whether a file is, by its name, a page of a site and no issue. */
export function isPageName(file: string): boolean {
  return PAGES.test(stemOf(file.replaceAll('\\', '/')));
}

/** Whether a file's name says nothing of a day or week, not even in a wrong way. */
export function isUndatedName(file: string): boolean {
  const stem = stemOf(file.replaceAll('\\', '/'));
  return isPageName(file) || !/\d/.test(stem);
}

// Of `2026-03-11-news/index.md` it is the folder that bears the name.
function stemOf(path: string): string {
  const [name = '', folder = ''] = path.split('/').reverse();
  const stem = name.replace(/\.md$/i, '');
  return /^_?index$/i.test(stem) && stem.startsWith('i') && folder !== '' ? folder : stem;
}

function nameByDay(stem: string, path: string): IssueName | 'not in the calendar' | undefined {
  const own = DAY.exec(stem);
  const match =
    own === null ? DAY_OF_FOLDERS.exec(path.replace(/\/index$/i, '')) : [own[0], own[1], own[3], own[4], own[5]];
  if (match === null) return undefined;
  const [, year, month, date, slug = ''] = match;
  const day = formatCalendarDay(Number(year), Number(month), Number(date));
  return day === undefined ? 'not in the calendar' : nameOfDay(day, slug);
}

function nameOfDay(day: string, words: string): IssueName {
  const slug = words
    .slice(0, 200)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_SLUG)
    .replaceAll(/^-|-$/g, '');
  return { id: slug === '' ? day : `${day}-${slug}`, ...isoWeekOfDay(day), day };
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}
