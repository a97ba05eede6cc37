import { type RankedFact, rankFacts } from '#answering/choosing/rank-facts.ts';
import { describeCandidate, traitNames } from '#answering/judging/candidate-traits.ts';
import { MAX_JUDGED } from '#answering/judging/judge-facts.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isAnswerable, type Question } from '../evaluation/question.ts';
import { isSameArticle, showsKey } from '../evaluation/score-answer.ts';
import type { Example } from './grow-forest.ts';

// A question without an answer counts more: fewer are asked here than in chats.
const UNANSWERABLE = 3;

/** The facts that may answer a question, each with whether it does. */
export function readExamples(question: Question, snapshot: Snapshot): Example[] {
  const understanding = understandQuestion(question.q, snapshot);
  const ranked = rankFacts(understanding, snapshot);
  return ranked.slice(0, MAX_JUDGED).map((one, at) => ({
    traits: describeCandidate(understanding, ranked, at, traitNames),
    isYes: isAnswer(one, question),
    weight: isAnswerable(question) ? 1 : UNANSWERABLE,
  }));
}

/** Whether a fact is an answer: of an acceptable article, with an acceptable status, or a key where no yes or no is asked. */
export function isAnswer({ indexed: { fact, article, issue } }: RankedFact, question: Question): boolean {
  if (!isAnswerable(question)) return false;
  const links = article.links.map(({ url }) => url);
  if (!isSameArticle({ issue: issue.id, article: article.heading, links }, question)) return false;
  return question.type === 'compat'
    ? (question.verdicts ?? [question.verdict]).includes(fact.status ?? null)
    : showsKey(question, [fact.says, article.heading, ...links]);
}
