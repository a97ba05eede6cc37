import { countIsoWeeks } from './iso-week.ts';
import type { ContentProblem } from './issue.ts';

/** Year and week of an issue, from the name of its file. */
export interface IssueName {
  readonly id: string;
  readonly year: number;
  readonly week: number;
}

/** Reads `2017-W41` out of a path that ends in `2017-W41.md`; a problem when the name is any other. */
export function parseIssueName(file: string): IssueName | ContentProblem {
  const name = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const match = /^(\d{4})-W(\d{2})\.md$/.exec(name);
  if (match === null) {
    return problem(
      `file name: expected YYYY-Www.md, found ${JSON.stringify(shorten(name))}`,
      'rename the file after the year and ISO week of the issue, for example 2017-W41.md',
    );
  }
  const year = Number(match[1]);
  const week = Number(match[2]);
  if (year < 1000) return problem(`file name: ${match[1]} is not a year`, 'rename the file, for example 2017-W41.md');
  const weeks = countIsoWeeks(year);
  if (week < 1 || week > weeks) {
    return problem(
      `file name: ${year} has ISO weeks 01 to ${weeks}, found ${match[2]}`,
      'rename the file after the ISO week in which the issue came out',
    );
  }
  return { id: name.slice(0, -'.md'.length), year, week };

  function problem(message: string, remedy: string): ContentProblem {
    return { file, severity: 'error', message, remedy };
  }
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 79)}…` : name;
}
