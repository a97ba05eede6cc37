import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import { composeIssueBlocks } from '#commands/wording/compose-issue.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';

/** Shows the newest issue. */
export function runLatestCommand(_argument: string, context: CommandContext): CommandOutcome {
  const newest = context.snapshot.issues.at(-1);
  const reply =
    newest === undefined
      ? composeNotice('I have not read any issue yet.', ['about'])
      : { blocks: composeIssueBlocks(newest, context.today), audience: 'anyone' as const };
  return { reply, issueId: newest?.id };
}
