import { buildArticles } from '#newsletter/articles/build-articles.ts';
import { findContents } from '#newsletter/articles/find-contents.ts';
import { contentWarning } from '#newsletter/content-warning.ts';
import { findStatedDays } from '#newsletter/days/find-stated-days.ts';
import { formatDay } from '#newsletter/days/format-day.ts';
import { laterMoment, parseMoment } from '#newsletter/days/parse-moment.ts';
import { findFrontMatter } from '#newsletter/front-matter/find-front-matter.ts';
import { findStrayMarks } from '#newsletter/front-matter/find-stray-marks.ts';
import { type FrontMatter, parseFrontMatter } from '#newsletter/front-matter/parse-front-matter.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';
import { flattenMarkdown } from '#newsletter/markdown/flatten-markdown.ts';
import { hideTemplateMarks } from '#newsletter/markdown/hide-template-marks.ts';
import { parseMarkdown } from '#newsletter/markdown/parse-markdown.ts';
import { repairLines } from '#newsletter/markdown/repair-lines.ts';
import { chooseIssueDate } from './choose-issue-date.ts';
import { findIssueTitle } from './issue-title.ts';
import { type IssueName, nameByStatedDay, parseIssueName } from './parse-issue-name.ts';

/** The longest text that is still taken for one issue, in characters; the real ones have about ten thousand. */
export const MAX_ISSUE_CHARACTERS = 150_000;

// Where a site's program keeps what is not published.
const DRAFTS_FOLDER = /[\\/]_drafts[\\/][^\\/]{1,255}$/;

/** Reads one issue; never throws. Without an issue, at least one of the problems is an error. */
export function parseIssue(file: string, text: string): { issue: Issue | undefined; problems: ContentProblem[] } {
  if (text.length > MAX_ISSUE_CHARACTERS) {
    return fail(
      `too large for one issue: ${text.length} characters, ${MAX_ISSUE_CHARACTERS} are allowed`,
      'split it by week',
    );
  }
  const lines = text.replace(/^\ufeff{1,9}/, '').split(/\r\n|\n|\r/);
  const block = findFrontMatter(lines);
  const { frontMatter, problems } = parseFrontMatter(file, block);
  const name = findName(file, frontMatter.date);
  if ('severity' in name) return { issue: undefined, problems: [name] };
  // The keys' lines stay as blanks, so that line numbers remain those of the file.
  const isOfKeys = (line: number) => block !== undefined && line >= block.firstLine && line <= block.lastLine;
  const shown = lines.map((line, index) => (isOfKeys(index + 1) ? '' : line));
  const marks = findStrayMarks(file, shown);
  problems.push(...marks.problems);
  const body = repairLines(hideTemplateMarks(shown));
  for (const repair of body.repairs) problems.push({ file, severity: 'warning', ...repair });
  const passages = flattenMarkdown(parseMarkdown(body.lines.join('\n')));
  const title = findIssueTitle(passages, frontMatter.title);
  const contents = findContents(title.rest);
  const articles = buildArticles(name.id, title.rest, contents);
  if (articles.length === 0) return fail('no text in the file', 'write at least one article, or delete the file');
  const dated = chooseIssueDate(file, name, frontMatter.date, title.statements);
  problems.push(...dated.problems);
  const link = usableLink(frontMatter.link);
  const { publication, date } = frontMatter;
  const stated = date === undefined ? undefined : parseMoment(date.value);
  const isDateUnclear = date !== undefined && stated === undefined;
  // A time counts to the minute; a day that is not the issue's own counts too, should it be still to come.
  const from = stated?.includes('T') || (stated ?? '') > dated.date.day ? stated : undefined;
  const notBefore = laterMoment(laterMoment(publication.notBefore, marks.notBefore), from);
  const { notAfter } = publication;
  const issue: Issue = {
    id: name.id,
    year: name.year,
    week: name.week,
    title: title.title ?? nameNewsletter(name),
    date: dated.date,
    ...(link === undefined ? {} : { link }),
    isDraft: publication.isHeld || marks.isHeld || isDateUnclear || DRAFTS_FOLDER.test(file),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(notAfter === undefined ? {} : { notAfter }),
    isRestated: frontMatter.restates?.value ?? false,
    contents: contents.entries,
    articles,
  };
  return { issue, problems: problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) };

  function fail(message: string, remedy: string): { issue: undefined; problems: ContentProblem[] } {
    return { issue: undefined, problems: [{ file, severity: 'error', message, remedy }] };
  }

  function usableLink(stated: FrontMatter['link']): string | undefined {
    if (stated === undefined || (/^https?:\/\/\S+$/i.test(stated.value) && URL.canParse(stated.value)))
      return stated?.value;
    const message = 'front matter: link: expected an address that begins with http:// or https://';
    const remedy = 'correct or remove it; the issue is shown without a link';
    problems.push(contentWarning(file, stated.line, message, remedy));
    return undefined;
  }
}

/** By the file's name, or else by the day that the front matter states. */
function findName(file: string, date: FrontMatter['date']): IssueName | ContentProblem {
  const named = parseIssueName(file);
  const day =
    date === undefined ? undefined : (findStatedDays(date.value)[0]?.day ?? parseMoment(date.value)?.slice(0, 10));
  return 'severity' in named && day !== undefined && /\.md$/i.test(file)
    ? (nameByStatedDay(file, day) ?? named)
    : named;
}

function nameNewsletter({ day, year, week }: IssueName): string {
  return day === undefined ? `Newsletter, ${year} week ${week}` : `Newsletter, ${formatDay(day)}`;
}
