import { answerQuestion } from '#answering/answers/answer-question.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import { findCommand } from '#commands/reading/find-command.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import { composeParseNotice } from '#commands/wording/parse-notice.ts';
import type { Reply } from '#conversation/reply.ts';
import { replyToText } from '#conversation/wording/reply-to-text.ts';
import type { BatchAnswer } from '#platforms/terminal/run-batch.ts';
import type { Snapshot } from '#search/snapshot.ts';

const MAX_TEXT_CHARACTERS = 900;

/** Answers one question of a batch by itself: no command words, no memory of the question before. */
export function answerBatchQuestion(question: string, snapshot: Snapshot, today: string): BatchAnswer {
  const text = question.trim();
  if (text === '') return refuse(composeParseNotice({ kind: 'empty' }, snapshot));
  if (text.length > MAX_QUESTION_CHARACTERS) {
    return refuse(composeParseNotice({ kind: 'too-long', characters: [...text].length }, snapshot));
  }
  const answer = answerQuestion(text, snapshot);
  return {
    answered: answer.answered,
    verdict: answer.verdict ?? null,
    text: replyToText(composeAnswer(answer, today), MAX_TEXT_CHARACTERS),
    citations: answer.citations.map(({ source, quote, links }) => ({
      issue: source.issueId,
      article: source.heading,
      quote,
      links: links.map(({ url }) => url),
    })),
    suggestions: answer.suggestions,
  };
}

/** What it suggests are questions: a batch knows no commands. */
function refuse({ blocks, audience }: Reply): BatchAnswer {
  const suggestions = blocks
    .flatMap((block) => (block.kind === 'suggestions' ? block.questions : []))
    .filter((line) => findCommand(line) === undefined);
  const text = replyToText(
    { blocks: blocks.filter(({ kind }) => kind !== 'suggestions'), audience },
    MAX_TEXT_CHARACTERS,
  );
  return { answered: false, verdict: null, text, citations: [], suggestions };
}
