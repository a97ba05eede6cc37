import { answerQuestion } from '#answering/answer-question.ts';
import { composeAnswer } from '#answering/compose-answer.ts';
import type { CommandContext, CommandOutcome } from './command-context.ts';

/** Asks the archive; the conversation goes on about what this answer is about. */
export function runAskCommand(argument: string, context: CommandContext): CommandOutcome {
  const answer = answerQuestion(argument, context.snapshot, context.followUp);
  return { reply: composeAnswer(answer), followUp: answer.followUp ?? context.followUp };
}
