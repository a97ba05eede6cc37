import { answerBatchQuestion } from '#app/answer-batch-question.ts';
import type { EvaluationSet } from './evaluation-set.ts';
import { type ScoredQuestion, scoreAnswer } from './score-answer.ts';

/** Asks each question by itself, as the batch form does, and judges the answers. */
export function askQuestions({ questions, snapshot }: Pick<EvaluationSet, 'questions' | 'snapshot'>): ScoredQuestion[] {
  return questions.map((question) => scoreAnswer(question, answerBatchQuestion(question.q, snapshot)));
}
