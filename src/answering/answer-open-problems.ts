import { isAboutOpenProblems } from '#newsletter/open-problems.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Answer } from './answer.ts';
import { answerFact } from './answer-fact.ts';
import { cite } from './cite.ts';
import type { Understanding } from './understand-question.ts';

const MIN_SUBJECT_WEIGHT = 0.9;

/** Lists what the newest issue with such a section says is still open. */
export function answerOpenProblems(understanding: Understanding, snapshot: Snapshot): Answer {
  // "which problems with foodb are still open?" has a subject of its own.
  if (understanding.content.some(({ isName, weight }) => isName && weight >= MIN_SUBJECT_WEIGHT))
    return answerFact({ ...understanding, kind: 'workaround' }, snapshot);
  const open = snapshot.index.articles.filter(({ article }) => isAboutOpenProblems(article.section));
  const newest = open.at(-1)?.issue;
  const listed = open.filter(({ issue }) => issue === newest);
  if (!newest) return answerFact({ ...understanding, kind: 'fact' }, snapshot);
  return {
    question: understanding.question,
    answered: true,
    verdict: undefined,
    lead: `Still open when ${newest.title} came out: ${listed.length}.`,
    notes: [],
    list: {
      title: 'Problems',
      items: listed.map(({ article }) => `${article.heading}: ${article.sentences[0]?.text ?? ''}`),
    },
    citations: listed.slice(0, 1).map((one) => ({ ...cite(one, ''), links: [] })),
    suggestions: [],
    followUp: undefined,
  };
}
