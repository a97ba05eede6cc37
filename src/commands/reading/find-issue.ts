import { monthNames } from '#newsletter/days/format-day.ts';
import { parseMoment } from '#newsletter/days/parse-moment.ts';
import type { Issue } from '#newsletter/issue.ts';
import { searchArticles } from '#search/search-articles.ts';
import type { Snapshot } from '#search/snapshot.ts';

const MAX_BY_WORDS = 6;

/** The issues that a person may mean by a week, a day, a year, an id, "latest" or words of a title or heading; likeliest first. */
export function findIssues(typed: string, snapshot: Snapshot): readonly Issue[] {
  const newestFirst = snapshot.issues.toReversed();
  const text = typed.toLowerCase().trim();
  if (/^(?:the )?(?:latest|newest|last)$/.test(text)) return newestFirst.slice(0, 1);
  const exact = newestFirst.find((issue) => issue.id.toLowerCase() === text || issue.title.toLowerCase() === text);
  if (exact) return [exact];
  const byDay = findByDay(text, newestFirst);
  if (byDay.length > 0) return byDay;
  const byMonth = findByMonth(text, newestFirst);
  if (byMonth.length > 0) return byMonth;
  const reference = parseWeekReference(text);
  // "2017-W411": a week that is none, and no words of a heading.
  if (reference === undefined && NO_WEEK.test(text)) return [];
  if (reference === undefined) return findByWords(typed, snapshot, newestFirst);
  return newestFirst.filter(({ year, week }) => (reference.year ?? year) === year && (reference.week ?? week) === week);
}

const YEAR = String.raw`(?<year>20\d\d)`;
const WEEK = String.raw`(?:week|wk|w|#)?[ .-]{0,3}(?<week>\d{1,2})`;
const weekForms = [`${YEAR}[ ,./-]{0,3}${WEEK}`, `${WEEK}[ ,./-]{0,3}(?:of|in)?[ ,./-]{0,3}${YEAR}`, WEEK, YEAR].map(
  (form) => new RegExp(`^(?:issue |number )?${form}$`, 'i'),
);
const MAX_REFERENCE_CHARACTERS = 80;

/** Year and week as people write them: `41`, `w41`, `week 41`, `2017-W41`, `2017 week 41`, `week 41 of 2017`, `2017`. */
export function parseWeekReference(text: string): { year?: number; week?: number } | undefined {
  const typed = text.trim().slice(0, MAX_REFERENCE_CHARACTERS);
  for (const form of weekForms) {
    const groups = form.exec(typed)?.groups;
    if (groups === undefined) continue;
    return {
      ...(groups.year === undefined ? {} : { year: Number(groups.year) }),
      ...(groups.week === undefined ? {} : { week: Number(groups.week) }),
    };
  }
  return undefined;
}

const NO_WEEK = /^(?:issue |number )?(?:20\d\d[ ,./-]{0,3})?(?:week|wk|w|#)[ .-]{0,3}\d{3,}$/i;

/** Issues of a month: `march 2018`. */
function findByMonth(text: string, newestFirst: readonly Issue[]): readonly Issue[] {
  const [, month = '', year = ''] = /^(?:of |from )?(\p{L}{3,9}),? (20\d\d)$/u.exec(text) ?? [];
  const at = monthNames.findIndex((name) => name.toLowerCase() === month);
  const prefix = `${year}-${String(at + 1).padStart(2, '0')}-`;
  return at < 0 ? [] : newestFirst.filter(({ date }) => date.day.startsWith(prefix));
}

/** Issues of a day or, where ids are days, of a month: `2026-03-11`, `11 March 2026`, `2026-03`. */
function findByDay(text: string, newestFirst: readonly Issue[]): readonly Issue[] {
  const plain = text
    .replace(/^(?:the )?(?:issue |number )?(?:of |from )?(?:the )?/, '')
    .slice(0, MAX_REFERENCE_CHARACTERS);
  const day = /^\d{4}-\d{2}-\d{2}$/.test(plain) ? plain : parseMoment(plain)?.slice(0, 10);
  const isDayOnly = day !== undefined && findDayLeftover(plain) === '';
  if (isDayOnly)
    return newestFirst.filter(({ id, date }) => date.day === day || id === day || id.startsWith(`${day}-`));
  const isOfIds = /^\d{4}-\d{2}(?:-\d{2})?/.test(plain);
  return isOfIds ? newestFirst.filter(({ id }) => id.startsWith(`${plain}-`)) : [];
}

// What a day is written with, so that words of a title that holds one are still words.
function findDayLeftover(text: string): string {
  return text
    .replaceAll(/\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\b|\b(?:of|the)\b/g, '')
    .replaceAll(/\d{1,4}(?:st|nd|rd|th)?/g, '')
    .replaceAll(/[\s,./-]/g, '');
}

function findByWords(typed: string, snapshot: Snapshot, newestFirst: readonly Issue[]): readonly Issue[] {
  const words = typed
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  if (words.length === 0) return [];
  const hasAllWords = (line: string) => words.every((word) => line.toLowerCase().includes(word));
  const byHeading = newestFirst.filter(
    (issue) => hasAllWords(issue.title) || issue.articles.some((article) => hasAllWords(article.heading)),
  );
  if (byHeading.length > 0) return byHeading;
  const byText = searchArticles(snapshot, typed, MAX_BY_WORDS).map(({ issue }) => issue);
  return [...new Set(byText)];
}
