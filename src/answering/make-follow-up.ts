import type { Article } from '#newsletter/issue.ts';
import type { FollowUp } from './follow-up.ts';
import type { Understanding } from './understand-question.ts';

const MAX_QUESTION = 300;
// Words lighter than this name nothing.
const MIN_WEIGHT = 0.6;

/** What to remember of a question that named a subject; undefined when it named none. */
export function makeFollowUp(understanding: Understanding, article: Article | undefined): FollowUp | undefined {
  const subject = understanding.content
    .filter(({ weight }) => weight >= MIN_WEIGHT)
    .map(({ raw }) => raw)
    .join(' ');
  if (!subject) return undefined;
  return { question: understanding.question.slice(0, MAX_QUESTION), subject, articleId: article?.id };
}
