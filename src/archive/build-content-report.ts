import { findBareArticles } from '#facts/check-facts.ts';
import type { Fact } from '#facts/fact.ts';
import type { ContentProblem, Issue } from '#newsletter/issue.ts';
import type { FolderReading } from './read-folder.ts';

/** What `check-content` prints, line by line, and whether every file can be used. */
export interface ContentReport {
  readonly lines: readonly string[];
  readonly canUseAll: boolean;
}

/** One line a file, then every problem with its place and remedy, then a summary. */
export function buildContentReport({ reports, problems }: Pick<FolderReading, 'reports' | 'problems'>): ContentReport {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const usable = reports.filter(({ issue }) => issue !== undefined).length;
  const lines = reports.map(({ file, issue, facts, factsHash, problems: own }) => {
    const trouble = own.length === 0 ? '' : `, ${count(own.length, 'problem')}`;
    if (issue === undefined && own.every(({ severity }) => severity === 'note')) return `${printable(file)}: no issue`;
    if (issue === undefined) return `${printable(file)}: not usable${trouble}`;
    const links = issue.articles.reduce((sum, article) => sum + article.links.length, 0);
    const news = issue.articles.filter(({ kind }) => kind === 'news');
    const counts = [
      count(news.length, 'article'),
      count(links, 'link'),
      factsHash === undefined ? 'no facts' : count(facts.length, 'fact'),
      ...(issue.isDraft ? ['a draft'] : []),
    ];
    return `${issue.id}: ${counts.join(', ')}${trouble}${factsHash === undefined ? '' : nameBare(issue, [...facts])}`;
  });
  const summary = [
    count(reports.length, 'file'),
    `${count(usable, 'issue')} usable`,
    count(errors, 'error'),
    count(warnings, 'warning'),
  ];
  return {
    lines: [...lines, ...problems.filter(isNoNote).map(describeProblem), summary.join(', ')],
    canUseAll: errors === 0,
  };
}

const MAX_BARE = 5;

// Not wrong, but worth knowing: what only its sentences answer.
function nameBare(issue: Issue, facts: readonly Fact[]): string {
  // No fact can name what stands above the first heading.
  const bare = findBareArticles(issue, facts).flatMap(({ heading }) => (heading === '' ? [] : [`“${heading}”`]));
  if (bare.length === 0) return '';
  return printable(
    `; without a fact: ${bare.slice(0, MAX_BARE).join(', ')}${bare.length > MAX_BARE ? ` and ${bare.length - MAX_BARE} more` : ''}`,
  );
}

/** `file:line: severity: message — remedy`, in the form that editors and terminals turn into links. */
export function describeProblem({ file, line, severity, message, remedy }: ContentProblem): string {
  return printable(`${file}:${line === undefined ? '' : `${line}:`} ${severity}: ${message} — ${remedy}`);
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** Text that is not ours, on one line: a line break or an escape sequence in it must not reach the terminal. */
export function printable(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, '\ufffd');
}

const isNoNote = ({ severity }: ContentProblem) => severity !== 'note';
