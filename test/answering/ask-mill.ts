import assert from 'node:assert/strict';
import { answerQuestion, type WholeAnswer } from '#answering/answers/answer-question.ts';
import type { FollowUp } from '#answering/question/topic.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import { millArchive } from './mill-archive.ts';

const MAX_TEXT = 900;
// Ten days after the newest issue.
const TODAY = '2031-03-31';

/** What the archive of mills answers. */
export const ask = (question: string): WholeAnswer => answerQuestion(question, millArchive);

/** The same as a reader sees it. */
export const say = (question: string): string => replyToText(composeAnswer(ask(question), TODAY), MAX_TEXT);

/** Asks one question after the other, as one conversation; the last answer. */
export function converse(...questions: readonly string[]): WholeAnswer {
  let followUp: FollowUp | undefined;
  let last: WholeAnswer | undefined;
  for (const question of questions) {
    last = answerQuestion(question, millArchive, followUp);
    followUp = last.followUp ?? followUp;
  }
  assert.ok(last);
  return last;
}

/** All that an answer shows of the archive, for a test's message too. */
export function shownOf({ lead, notes, list, citations }: WholeAnswer): string {
  return [lead, ...notes, ...(list?.items ?? []), ...citations.map(({ quote }) => quote)].join(' | ');
}
