import type { ScoredQuestion } from './score-answer.ts';

/** The questions that were not answered right: what was asked, what was wanted, what came. */
export function renderMisses(scored: readonly ScoredQuestion[]): string {
  return scored
    .filter(({ isRight }) => !isRight)
    .map(renderMiss)
    .join('\n\n');
}

function renderMiss({
  question,
  answer,
  hasAbstained,
  misleads,
  isFalseYes,
  isRightFirst,
  isKeyShown,
}: ScoredQuestion): string {
  const { id, q, type, style, verdict, verdicts = [verdict], articles, key } = question;
  const cited = answer.citations.slice(0, 2).map(({ issue, article }) => `${issue} :: ${article}`);
  const got = hasAbstained ? `silence${cited.length > 0 ? ', with' : ''}` : (answer.verdict ?? '–');
  const lacksKey = isRightFirst && !isKeyShown && type !== 'compat';
  const mark = isFalseYes ? ' FALSE YES' : misleads ? ' MISLEADS' : '';
  return [
    `${id} [${type}, ${style}]${mark} ${q}`,
    `  want ${verdicts.map((one) => one ?? '–').join(' or ')} | ${articles.join(' | ') || 'silence'}`,
    `  got  ${[got, ...cited].join(' | ')} | ${answer.text.replaceAll('\n', ' / ').slice(0, 200)}`,
    ...(lacksKey ? [`  not shown: ${[key ?? []].flat().join(' | ')}`] : []),
  ].join('\n');
}
