import type { CommandContext, CommandOutcome } from '#commands/command-context.ts';
import { findIssues } from '#commands/reading/find-issue.ts';
import { composeIssueBlocks } from '#commands/wording/compose-issue.ts';
import { composeNotice, suggest } from '#commands/wording/compose-notice.ts';

const MAX_OTHERS = 5;

/** Shows one issue; where several fit, the likeliest, and the names of others. */
export function runIssueCommand(argument: string, context: CommandContext): CommandOutcome {
  const [issue, ...others] = findIssues(argument, context.snapshot);
  if (issue === undefined) {
    const isNumber = /^#?\d{1,3}$/.test(argument.trim());
    const lead = `I have no issue that fits “${argument}”.${isNumber ? ' A number is a week here.' : ''}`;
    const isWeek = /(?<!\d)\d{3,}$/.test(argument.trim());
    return { reply: composeNotice(lead, isWeek ? ['latest'] : ['latest', `search ${argument}`]) };
  }
  const title = others.length > MAX_OTHERS ? `${others.length} more issues fit, among them` : 'Other issues that fit';
  const more = suggest(
    title,
    others.slice(0, MAX_OTHERS).map(({ id }) => `issue ${id}`),
  );
  const blocks = [...composeIssueBlocks(issue, context.today), ...more];
  return { reply: { blocks, audience: 'anyone' }, issueId: issue.id };
}
