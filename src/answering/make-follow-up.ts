import type { IndexedArticle } from '#search/text-index.ts';
import type { FollowUp } from './follow-up.ts';
import { nameSubjectAsked } from './name-subject-asked.ts';
import type { Understanding } from './understand-question.ts';

const MAX_QUESTION = 300;

/** What to remember of a question that named a subject; undefined when it named none. */
export function makeFollowUp(understanding: Understanding, indexed: IndexedArticle | undefined): FollowUp | undefined {
  const { subject, isNamed } = nameSubjectAsked(understanding, indexed);
  if (!isNamed) return undefined;
  return { question: understanding.question.slice(0, MAX_QUESTION), subject, articleId: indexed?.article.id };
}
