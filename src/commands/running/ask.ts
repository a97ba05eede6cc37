import { answerQuestion } from '#answering/answers/answer-question.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';

/** Asks the archive; the conversation goes on about what this answer is about. */
export function runAskCommand(argument: string, context: CommandContext): CommandOutcome {
  const answer = answerQuestion(argument, context.snapshot, context.followUp);
  const { answered, verdict, citations, followUp } = answer;
  return {
    reply: composeAnswer(answer, context.today),
    followUp: followUp ?? context.followUp,
    asked: answer.asked,
    outcome:
      answer.isSmallTalk === true
        ? { kind: 'command', command: 'ask' }
        : answered
          ? { kind: 'answered', verdict }
          : { kind: 'silent' },
    ...(followUp === undefined ? {} : { subject: followUp.subject }),
    issueId: citations[0]?.source.issueId,
  };
}
