import { contentWarning, holdingWarning } from '#newsletter/content-warning.ts';
import { findStatedDays } from '#newsletter/days/find-stated-days.ts';
import { fridayOfIsoWeek, isDayInIsoWeek, isoWeekOfDay } from '#newsletter/days/iso-week.ts';
import { parseMoment } from '#newsletter/days/parse-moment.ts';
import type { FrontMatter, Stated } from '#newsletter/front-matter/parse-front-matter.ts';
import type { ContentProblem, IssueDate } from '#newsletter/issue.ts';
import type { IssueName } from './parse-issue-name.ts';

/** The first stated date that lies in the week of the file's name, else that week's Friday; warns of every contradiction. */
export function chooseIssueDate(
  file: string,
  name: IssueName,
  date: FrontMatter['date'],
  titles: readonly Stated<string>[],
): { date: IssueDate; problems: ContentProblem[] } {
  if (name.day !== undefined) return chooseByDay(file, { ...name, day: name.day }, date);
  const problems: ContentProblem[] = [];
  const warned = new Set<string>();
  let chosen: string | undefined;
  const moment = date === undefined ? undefined : parseMoment(date.value);
  if (date !== undefined && findStatedDays(date.value).length === 0 && moment === undefined) {
    warn(
      date.line,
      `date: expected YYYY-MM-DD, found ${JSON.stringify(date.value.slice(0, 40))}`,
      'write it like 2017-10-13; until then the issue is not posted',
      true,
    );
  }
  const statements = date === undefined ? titles : [date, ...titles];
  for (const { value, line } of statements) {
    const days = findStatedDays(value);
    // A form that only keys have, such as 2017/10/13.
    if (days.length === 0 && value === date?.value && moment !== undefined)
      days.push({ words: value, day: moment.slice(0, 10) });
    for (const { words, day } of days) {
      if (day === undefined) warn(line, `date: ${words} is not in the calendar`, 'correct the date');
      else if (isDayInIsoWeek(day, name.year, name.week)) chosen ??= day;
      else warnOfOtherDay(day, line);
    }
  }
  for (const { value, line } of titles) warnOfOtherWeek(value, line);
  const friday = fridayOfIsoWeek(name.year, name.week);
  return { date: { day: chosen ?? friday, isDerived: chosen === undefined }, problems };

  // A name made of the calendar's year in the days around New Year: it counts among the weeks of the wrong year.
  function warnOfOtherDay(day: string, line: number): void {
    const own = isoWeekOfDay(day);
    const isOtherYear = own.week === name.week && own.year !== name.year;
    warn(
      line,
      `date: ${day} is not in week ${weekText(name)}, which the file is named after`,
      isOtherYear
        ? `rename the file to ${own.year}-W${String(own.week).padStart(2, '0')}.md; as it is, it counts as older and may not be posted`
        : 'correct the date, or rename the file',
      true,
    );
  }

  function warnOfOtherWeek(title: string, line: number): void {
    const full = /\b(\d{4})-W(\d{2})\b/i.exec(title);
    const week = full?.[2] ?? /\bweek\s{0,2}#?(\d{1,2})\b/i.exec(title)?.[1];
    if (week === undefined || (Number(week) === name.week && Number(full?.[1] ?? name.year) === name.year)) return;
    const found = full === null ? `week ${Number(week)}` : full[0];
    warn(
      line,
      `title: expected week ${weekText(name)} as in the file's name, found ${found}`,
      'correct the title, or rename the file',
    );
  }

  function warn(line: number, message: string, remedy: string, keepsFromPosting = false): void {
    if (warned.has(message)) return;
    warned.add(message);
    problems.push((keepsFromPosting ? holdingWarning : contentWarning)(file, line, message, remedy));
  }
}

/** The day of the name, or another of the same week that the front matter states. Titles of such issues speak of many days. */
function chooseByDay(
  file: string,
  { day, year, week }: IssueName & { readonly day: string },
  date: FrontMatter['date'],
): { date: IssueDate; problems: ContentProblem[] } {
  if (date === undefined) return { date: { day, isDerived: false }, problems: [] };
  const stated = findStatedDays(date.value)[0]?.day ?? parseMoment(date.value)?.slice(0, 10);
  if (stated !== undefined && isDayInIsoWeek(stated, year, week))
    return { date: { day: stated, isDerived: false }, problems: [] };
  const message =
    stated === undefined
      ? `date: expected YYYY-MM-DD, found ${JSON.stringify(date.value.slice(0, 40))}`
      : `date: ${stated} is not in the week of ${day}, which the file is named after`;
  const remedy = stated === undefined ? 'write it like 2017-10-13' : 'correct the date, or rename the file';
  return {
    date: { day, isDerived: false },
    problems: [holdingWarning(file, date.line, message, remedy)],
  };
}

function weekText({ year, week }: IssueName): string {
  return `${week} of ${year}`;
}
