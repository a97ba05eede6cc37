import { buildArticles } from './build-articles.ts';
import { chooseIssueDate } from './choose-issue-date.ts';
import { findContents } from './find-contents.ts';
import { findFrontMatter } from './find-front-matter.ts';
import { flattenMarkdown } from './flatten-markdown.ts';
import type { ContentProblem, Issue } from './issue.ts';
import { findIssueTitle } from './issue-title.ts';
import { type FrontMatter, parseFrontMatter } from './parse-front-matter.ts';
import { parseIssueName } from './parse-issue-name.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { repairLines } from './repair-lines.ts';

/** The longest text that is still taken for one issue, in characters; the real ones have about ten thousand. */
export const MAX_ISSUE_CHARACTERS = 150_000;

/** Reads one issue; never throws. Without an issue, at least one of the problems is an error. */
export function parseIssue(file: string, text: string): { issue: Issue | undefined; problems: ContentProblem[] } {
  const name = parseIssueName(file);
  if ('severity' in name) return { issue: undefined, problems: [name] };
  if (text.length > MAX_ISSUE_CHARACTERS) {
    return fail(
      `too large for one issue: ${text.length} characters, ${MAX_ISSUE_CHARACTERS} are allowed`,
      'split it by week',
    );
  }
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const block = findFrontMatter(lines);
  const { frontMatter, problems } =
    block === undefined ? { frontMatter: {} as FrontMatter, problems: [] } : parseFrontMatter(file, block);
  // The keys' lines stay as blanks, so that line numbers remain those of the file.
  const body = repairLines(lines.map((line, index) => (index < (block?.lastLine ?? 0) ? '' : line)));
  for (const repair of body.repairs) problems.push({ file, severity: 'warning', ...repair });
  const passages = flattenMarkdown(parseMarkdown(body.lines.join('\n')));
  const title = findIssueTitle(passages, frontMatter.title);
  const contents = findContents(title.rest);
  const articles = buildArticles(name.id, title.rest, contents);
  if (articles.length === 0) return fail('no text in the file', 'write at least one article, or delete the file');
  const dated = chooseIssueDate(file, name, frontMatter.date, title.statements);
  problems.push(...dated.problems);
  const link = usableLink(frontMatter.link);
  const issue: Issue = {
    id: name.id,
    year: name.year,
    week: name.week,
    title: title.title ?? `Newsletter, ${name.year} week ${name.week}`,
    date: dated.date,
    ...(link === undefined ? {} : { link }),
    isDraft: frontMatter.draft?.value ?? false,
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
    problems.push({
      file,
      line: stated.line,
      severity: 'warning',
      message: 'front matter: link: expected an address that begins with http:// or https://',
      remedy: 'correct or remove it; the issue is shown without a link',
    });
    return undefined;
  }
}
