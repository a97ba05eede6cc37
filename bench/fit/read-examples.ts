import { type RankedFact, rankFacts } from '#answering/choosing/rank-facts.ts';
import { describeCandidate, traitNames } from '#answering/judging/candidate-traits.ts';
import { MAX_JUDGED } from '#answering/judging/judge-facts.ts';
import { understandQuestion } from '#answering/question/understand-question.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { isAnswerable, type Question } from '../evaluation/question.ts';
import { isSameArticle, showsKey } from '../evaluation/score-answer.ts';
import type { Example } from './grow-forest.ts';
import type { Archives } from './load-archives.ts';

// A question without an answer counts more: fewer are asked here than in chats.
const UNANSWERABLE = 3;

// Asked of one issue alone, as whoever begins has it: the same question once more.
const ALONE = 0.5;

/** The facts of an archive that may answer a question, each with whether it does. */
export function readExamples(question: Question, { whole }: Archives): Example[] {
  return examplesOf(question, whole, isAnswerable(question) ? 1 : UNANSWERABLE);
}

/** The same of the one issue that has the answer; where none has, of that of the fact that is nearest. */
export function readExamplesOfOne(question: Question, { whole, ofOne }: Archives): Example[] {
  const [first] = isAnswerable(question)
    ? question.articles.map((article) => article.split(' :: ')[0] ?? '')
    : rankFacts(understandQuestion(question.q, whole), whole).map(({ indexed }) => indexed.issue.id);
  const snapshot = ofOne.get(first ?? '');
  return snapshot === undefined
    ? []
    : examplesOf(question, snapshot, ALONE * (isAnswerable(question) ? 1 : UNANSWERABLE));
}

/** The sentences of an archive without facts that may answer a question, each with whether it does. */
export function readPassageExamples(question: Question, { withoutFacts }: Archives): Example[] {
  return examplesOf(question, withoutFacts, isAnswerable(question) ? 1 : UNANSWERABLE);
}

function examplesOf(question: Question, snapshot: Snapshot, weight: number): Example[] {
  const understanding = understandQuestion(question.q, snapshot);
  const ranked = rankFacts(understanding, snapshot);
  return ranked.slice(0, MAX_JUDGED).map((one, at) => ({
    traits: describeCandidate(understanding, ranked, at, traitNames),
    isYes: isAnswer(one, question),
    weight,
  }));
}

/** Whether a fact is an answer: of an acceptable article, with an acceptable status, or a key where no yes or no is asked. A sentence that nobody has read seldom has a status. */
export function isAnswer({ indexed: { fact, article, issue } }: RankedFact, question: Question): boolean {
  if (!isAnswerable(question)) return false;
  const links = article.links.map(({ url }) => url);
  if (!isSameArticle({ issue: issue.id, article: article.heading, links }, question)) return false;
  return fact.isReviewed && question.type === 'compat'
    ? (question.verdicts ?? [question.verdict]).includes(fact.status ?? null)
    : showsKey(question, [fact.says, article.heading, ...links]);
}
