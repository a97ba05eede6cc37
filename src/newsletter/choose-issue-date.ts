import { findStatedDays } from './find-stated-days.ts';
import { fridayOfIsoWeek, isDayInIsoWeek } from './iso-week.ts';
import type { ContentProblem, IssueDate } from './issue.ts';
import type { FrontMatter, Stated } from './parse-front-matter.ts';
import type { IssueName } from './parse-issue-name.ts';

/** The first stated date that lies in the week of the file's name, else that week's Friday; warns of every contradiction. */
export function chooseIssueDate(
  file: string,
  name: IssueName,
  date: FrontMatter['date'],
  titles: readonly Stated<string>[],
): { date: IssueDate; problems: ContentProblem[] } {
  const problems: ContentProblem[] = [];
  const warned = new Set<string>();
  let chosen: string | undefined;
  if (date !== undefined && findStatedDays(date.value).length === 0) {
    warn(
      date.line,
      `date: expected YYYY-MM-DD, found ${JSON.stringify(date.value.slice(0, 40))}`,
      'write it like 2017-10-13',
    );
  }
  for (const { value, line } of date === undefined ? titles : [date, ...titles]) {
    for (const { words, day } of findStatedDays(value)) {
      if (day === undefined) warn(line, `date: ${words} is not in the calendar`, 'correct the date');
      else if (isDayInIsoWeek(day, name.year, name.week)) chosen ??= day;
      else
        warn(
          line,
          `date: ${day} is not in week ${weekText(name)}, which the file is named after`,
          'correct the date, or rename the file',
        );
    }
  }
  for (const { value, line } of titles) warnOfOtherWeek(value, line);
  const friday = fridayOfIsoWeek(name.year, name.week);
  return { date: { day: chosen ?? friday, isDerived: chosen === undefined }, problems };

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

  function warn(line: number, message: string, remedy: string): void {
    if (warned.has(message)) return;
    warned.add(message);
    problems.push({ file, line, severity: 'warning', message, remedy });
  }
}

function weekText({ year, week }: IssueName): string {
  return `${week} of ${year}`;
}
