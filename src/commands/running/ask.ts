import { answerQuestion, type WholeAnswer } from '#answering/answers/answer-question.ts';
import { readTopicOfQuestion } from '#answering/question/read-topic.ts';
import { type Understanding, understandOnce } from '#answering/question/understand-question.ts';
import { composeAnswer } from '#answering/wording/compose-answer.ts';
import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import type { Snapshot } from '#search/snapshot.ts';
import { describeTopic } from '#watching/compose-notice.ts';

/** Asks the archive; the conversation goes on about what this answer is about. */
export function runAskCommand(argument: string, context: CommandContext): CommandOutcome {
  const understand = understandOnce(context.snapshot);
  const answer = answerQuestion(argument, context.snapshot, context.followUp, understand);
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
    watchLine:
      context.surface?.hasChannels !== false && isOpen(answer)
        ? composeWatchLine(understand(answer.asked), context.snapshot)
        : undefined,
  };
}

const open: ReadonlySet<string | undefined> = new Set(['planned', 'in-progress']);

/** Whether an issue that comes may say more: the archive is silent, or says that it is to come. */
function isOpen({ answered, verdict, isSmallTalk }: WholeAnswer): boolean {
  return isSmallTalk !== true && (!answered || open.has(verdict));
}

/** A line that watches what was asked until the first news. */
function composeWatchLine(understanding: Understanding, snapshot: Snapshot): string | undefined {
  const topic = readTopicOfQuestion(understanding, snapshot);
  if (topic === undefined) return undefined;
  const { subject, target, isKnown } = topic;
  const name = describeTopic({ subject, targetId: target?.id });
  return composeStandAloneLine('watch', `${name} once${isKnown ? '' : ' anyway'}`);
}
