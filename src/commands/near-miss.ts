import type { Block } from '#conversation/reply.ts';
import type { CommandContext, CommandOutcome } from './command-context.ts';
import { isSubject } from './is-subject.ts';

/**
 * Adds the command that a question may have been meant as ("serach samba"). The command is offered, never run, and not
 * even offered where the odd first word is a subject of the archive ("postd").
 */
export function withNearMiss(
  outcome: CommandOutcome,
  nearMiss: string,
  question: string,
  context: CommandContext,
): CommandOutcome {
  if (isSubject(question.split(' ', 1)[0] ?? '', context.snapshot)) return outcome;
  const offer: Block = { kind: 'suggestions', title: 'Did you mean the command', questions: [nearMiss] };
  return { ...outcome, reply: { ...outcome.reply, blocks: [...outcome.reply.blocks, offer] } };
}
