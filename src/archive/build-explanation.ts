import type { Fact } from '#facts/fact.ts';
import type { Article, ContentProblem, Issue } from '#newsletter/issue.ts';
import { describeProblem, printable } from './build-content-report.ts';

/** What an explanation of an issue is made of. */
export interface ExplainedIssue {
  readonly issue: Issue;
  readonly problems: readonly ContentProblem[];
  /** The issue's facts, drafted ones included. */
  readonly facts: readonly Fact[];
  /** Of the questions that the facts are asked by, those that another fact answers. */
  readonly misses: readonly { readonly question: string; readonly wanted: string; readonly got: string }[];
}

/** Line by line what the bot has of an issue, article by article, and which of its own questions lead elsewhere. */
export function buildExplanation({ issue, problems, facts, misses }: ExplainedIssue): string[] {
  const { id, title, date, isDraft, isRestated } = issue;
  const day = date.isDerived ? `${date.day} (no date is stated: the Friday of the week)` : date.day;
  const marks = [...(isDraft ? ['a draft'] : []), ...(isRestated ? ['in our own words'] : [])];
  const asked = facts.reduce((sum, { asks }) => sum + asks.length, 0);
  const lines = [
    [`${id}: ${title}`, day, ...marks].join(', '),
    ...issue.articles.flatMap((article) => [
      '',
      ...explainArticle(
        article,
        facts.filter(({ articleId }) => articleId === article.id),
      ),
    ]),
    '',
    problems.length === 0 ? 'No problems.' : 'Problems:',
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    '',
    asked === 0
      ? 'No facts of an editor, so no question to try.'
      : `Asked without themselves, ${asked - misses.length} of ${asked} questions come to their fact.`,
    ...misses.flatMap(({ question, wanted, got }) => [`  ${question}`, `    wanted: ${wanted}`, `    got:    ${got}`]),
  ];
  return lines.map(printable);
}

function explainArticle({ heading, line, kind, links }: Article, facts: readonly Fact[]): string[] {
  const name = `Line ${line}: ${heading === '' ? '(no heading)' : heading}`;
  if (kind === 'housekeeping' && facts.length === 0) return [name, '  About the newsletter itself: not answered from.'];
  return [
    name,
    ...(facts.length === 0 ? ['  Nothing to answer from'] : facts.flatMap(explainFact)),
    links.length === 0 ? '  Links: none' : '  Links:',
    ...links.map((link) => `    ${link.line}: ${link.url}${link.words && ` (${link.words})`}`),
  ];
}

function explainFact({ says, about, on, status, asks, isReviewed }: Fact): string[] {
  const stands = status === undefined ? '' : ` ${status}${on.length === 0 ? '' : ` on ${on.join(', ')}`}`;
  return [
    `  ${isReviewed ? '' : 'draft: '}${about.join(', ') || 'nothing named'}${stands && `:${stands}`}`,
    `    “${says}”`,
    ...asks.map((ask) => `      ${ask}`),
  ];
}
