import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';

/**
 * What is said where nothing of a reader is kept, as in a terminal. Removing what is kept is the responder's work: here,
 * as everywhere among the commands that only read, the same line gives the same reply as often as it is shown.
 */
export function runForgetCommand(_argument: string, context: CommandContext): CommandOutcome {
  return { reply: composeForgotten(0), followUp: context.followUp };
}

/** What was removed; undefined when it could not be. */
export function composeForgotten(removed: number | undefined): Reply {
  if (removed === undefined) {
    return composeNotice('What you wrote could not be removed just now. Please try again in a few minutes.', [
      'forget me',
    ]);
  }
  if (removed === 0) return composeNotice('Nothing that you wrote is kept.');
  const notes = removed === 1 ? 'One note was' : `${removed} notes were`;
  return composeNotice(
    `${notes} kept of you, and ${removed === 1 ? 'is' : 'are'} removed now: questions that the archive could not answer, ` +
      'and whether answers helped you.',
  );
}
