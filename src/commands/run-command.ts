import { runAboutCommand } from './about-command.ts';
import { runAskCommand } from './ask-command.ts';
import type { CommandContext, CommandHandler, CommandOutcome } from './command-context.ts';
import type { CommandName } from './command-list.ts';
import { findCommand } from './find-command.ts';
import { composeCommandHelp, runHelpCommand } from './help-command.ts';
import { runIssueCommand } from './issue-command.ts';
import { runLatestCommand } from './latest-command.ts';
import { withNearMiss } from './near-miss.ts';
import { parseCommand } from './parse-command.ts';
import { composeParseNotice } from './parse-notice.ts';
import { runSearchCommand } from './search-command.ts';
import { runStatusCommand } from './status-command.ts';

const handlers = {
  ask: runAskCommand,
  status: runStatusCommand,
  search: runSearchCommand,
  latest: runLatestCommand,
  issue: runIssueCommand,
  help: runHelpCommand,
  about: runAboutCommand,
} satisfies Record<CommandName, CommandHandler>;

/** Answers a line that a person typed, whatever it is. */
export function answerLine(line: string, context: CommandContext): CommandOutcome {
  const parsed = parseCommand(line);
  if (parsed.kind !== 'command') return { reply: composeParseNotice(parsed), followUp: context.followUp };
  const outcome = runCommand(parsed.command, parsed.argument, context);
  return parsed.nearMiss === undefined ? outcome : withNearMiss(outcome, parsed.nearMiss, parsed.argument, context);
}

/** Runs a command of the list; without the option that it requires, it explains itself. */
export function runCommand(name: CommandName, argument: string, context: CommandContext): CommandOutcome {
  const spec = findCommand(name);
  const lacksOption = argument === '' && spec?.options.some((option) => option.isRequired);
  if (spec !== undefined && lacksOption) return { reply: composeCommandHelp(spec), followUp: context.followUp };
  return handlers[name](argument, context);
}
