import type { Claim } from '#claims/claim.ts';
import { nameSubject } from '#claims/name-subject.ts';
import type { ArticleReading } from '#claims/read-article.ts';
import type { Article, ContentProblem, Issue } from '#newsletter/issue.ts';
import { describeProblem, printable } from './build-content-report.ts';

/** What an explanation of an issue is made of. */
export interface ExplainedIssue {
  readonly issue: Issue;
  readonly problems: readonly ContentProblem[];
  /** By article id. */
  readonly readings: ReadonlyMap<string, ArticleReading>;
  /** Questions that the issue answers, with the beginning of the answer. */
  readonly questions: readonly { readonly question: string; readonly lead: string }[];
}

/** A statement this weak that names no target decides nothing by itself. */
const mereMention = 2;

const statusWords = {
  works: 'works',
  'does-not': 'does not work',
  partly: 'works in part',
  planned: 'is planned',
  'in-progress': 'is in progress',
} satisfies Record<Claim['status'], string>;

/** Line by line what the bot understood of an issue, article by article, and what it would now answer. */
export function buildExplanation({ issue, problems, readings, questions }: ExplainedIssue): string[] {
  const { id, title, date, isDraft, isRestated } = issue;
  const day = date.isDerived ? `${date.day} (no date is stated: the Friday of the week)` : date.day;
  const marks = [...(isDraft ? ['a draft'] : []), ...(isRestated ? ['in our own words'] : [])];
  const lines = [
    [`${id}: ${title}`, day, ...marks].join(', '),
    ...issue.articles.flatMap((article) => ['', ...explainArticle(article, readings.get(article.id))]),
    '',
    problems.length === 0 ? 'No problems.' : 'Problems:',
    ...problems.map((problem) => `  ${describeProblem(problem)}`),
    '',
    questions.length === 0 ? 'No question that can be made of its claims is answered from it.' : 'It would now answer:',
    ...questions.flatMap(({ question, lead }) => [`  ${question}`, `    ${lead}`]),
  ];
  return lines.map(printable);
}

function explainArticle(article: Article, reading: ArticleReading | undefined): string[] {
  const { heading, line, kind, links } = article;
  const name = `Line ${line}: ${heading === '' ? '(no heading)' : heading}`;
  if (kind === 'housekeeping') return [name, '  About the newsletter itself: not answered from.'];
  const claims = reading?.claims ?? [];
  const subjects = [...new Set(claims.map(({ subject }) => subject))].filter(Boolean);
  const targets = reading?.targets.all ?? [];
  const decisive = claims.filter((claim) => claim.targets.length > 0 || claim.strength > mereMention);
  return [
    name,
    `  Subjects: ${subjects.join(', ') || nameSubject(heading) || 'none'}`,
    `  Targets: ${targets.map(({ label }) => label).join(', ') || 'none'}`,
    decisive.length === 0 ? '  Claims: none' : '  Claims:',
    ...decisive.flatMap((claim) => explainClaim(claim, article)),
    links.length === 0 ? '  Links: none' : '  Links:',
    ...links.map((link) => `    ${link.line}: ${link.url}${link.words && ` (${link.words})`}`),
  ];
}

function explainClaim({ subject, status, targets, clause, sentence }: Claim, article: Article): string[] {
  const onTargets = targets.length === 0 ? '' : ` on ${targets.map(({ label }) => label).join(', ')}`;
  const line = article.sentences[sentence]?.line ?? article.line;
  return [`    ${line}: ${subject} ${statusWords[status]}${onTargets}`, `      “${clause}”`];
}
