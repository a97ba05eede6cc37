import { answerBatchQuestion } from '#app/responding/answer-batch-question.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Question } from './question.ts';
import { type ScoredQuestion, scoreAnswer } from './score-answer.ts';

// Past a year an answer says of when it is; so do all of these, whenever they are asked.
const TODAY = '2026-01-01';

/** Asks each question by itself, as the batch form does, and judges the answers. */
export function askQuestions(questions: readonly Question[], snapshot: Snapshot): ScoredQuestion[] {
  return questions.map((question) => scoreAnswer(question, answerBatchQuestion(question.q, snapshot, TODAY)));
}
