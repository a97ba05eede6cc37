import { unseenIssues } from './load-newsletter-sets.ts';
import type { ScoredQuestion } from './score-answer.ts';

/** The questions that were not answered right: what was asked, what was wanted, what came. */
export function renderMisses(scored: readonly ScoredQuestion[]): string {
  return scored
    .filter(({ isRight }) => !isRight)
    .map(renderMiss)
    .join('\n\n');
}

function renderMiss({ question, answer, hasAbstained, isRightFirst, isKeyShown }: ScoredQuestion): string {
  const { id, q, type, style, verdict, articles, key } = question;
  const cited = answer.citations.slice(0, 2).map(({ issue, article }) => {
    return `${issue} :: ${unseenIssues.has(issue) ? '(set aside)' : article}`;
  });
  const got = hasAbstained ? `silence${cited.length > 0 ? ', with' : ''}` : (answer.verdict ?? '–');
  const lacksKey = isRightFirst && !isKeyShown && type !== 'compat';
  return [
    `${id} [${type}, ${style}] ${q}`,
    `  want ${verdict ?? '–'} | ${articles.join(' | ') || 'silence'}`,
    `  got  ${[got, ...cited].join(' | ')}`,
    ...(lacksKey ? [`  not shown: ${[key ?? []].flat().join(' | ')}`] : []),
  ].join('\n');
}
