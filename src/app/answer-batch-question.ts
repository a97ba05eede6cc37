import { answerQuestion } from '#answering/answer-question.ts';
import { composeAnswer } from '#answering/compose-answer.ts';
import { maxQuestionCharacters } from '#commands/parse-command.ts';
import { composeParseNotice } from '#commands/parse-notice.ts';
import { replyToText } from '#conversation/reply-to-text.ts';
import type { BatchAnswer } from '#platforms/terminal/run-batch.ts';
import type { Snapshot } from '#search/snapshot.ts';

const maxTextCharacters = 900;

/** Answers one question of a batch by itself: no command words, no memory of the question before. */
export function answerBatchQuestion(question: string, snapshot: Snapshot, today: string): BatchAnswer {
  const text = question.trim();
  if (text === '') return refuse(replyToText(composeParseNotice({ kind: 'empty' }, snapshot), maxTextCharacters));
  if (text.length > maxQuestionCharacters) {
    return refuse(
      replyToText(composeParseNotice({ kind: 'too-long', characters: [...text].length }, snapshot), maxTextCharacters),
    );
  }
  const answer = answerQuestion(text, snapshot);
  return {
    answered: answer.answered,
    verdict: answer.verdict ?? null,
    text: replyToText(composeAnswer(answer, today), maxTextCharacters),
    citations: answer.citations.map(({ source, quote, links }) => ({
      issue: source.issueId,
      article: source.heading,
      quote,
      links: links.map(({ url }) => url),
    })),
    suggestions: answer.suggestions,
  };
}

function refuse(text: string): BatchAnswer {
  return { answered: false, verdict: null, text, citations: [], suggestions: [] };
}
