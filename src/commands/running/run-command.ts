import type { FollowUp } from '#answering/question/topic.ts';
import type { CommandContext, CommandHandler, CommandOutcome } from '#commands/command-context.ts';
import type { CommandName } from '#commands/command-list.ts';
import { findCommand } from '#commands/reading/find-command.ts';
import { isSubject } from '#commands/reading/is-subject.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import { composeParseNotice } from '#commands/wording/parse-notice.ts';
import type { Block, Reply } from '#conversation/reply.ts';
import type { Response } from '#conversation/response.ts';
import { runAboutCommand } from './about.ts';
import { runAskCommand } from './ask.ts';
import { runForgetCommand } from './forget.ts';
import { composeCommandHelp, findWordToExplain, runHelpCommand } from './help.ts';
import { runIssueCommand } from './issue.ts';
import { runLatestCommand } from './latest.ts';
import { findNextLines, type NextLines } from './next-lines.ts';
import { runSearchCommand } from './search.ts';
import { runStatusCommand } from './status.ts';

const handlers = {
  ask: runAskCommand,
  status: runStatusCommand,
  search: runSearchCommand,
  latest: runLatestCommand,
  issue: runIssueCommand,
  // Without a channel there is nothing to subscribe; in one, the channel commands take these names.
  subscribe: explainChannelCommand,
  unsubscribe: explainChannelCommand,
  subscriptions: explainChannelCommand,
  post: explainChannelCommand,
  // Without somebody who can be told, the same.
  watch: explainWatching,
  unwatch: explainWatching,
  watching: explainWatching,
  help: runHelpCommand,
  about: runAboutCommand,
  forget: runForgetCommand,
} satisfies Record<CommandName, CommandHandler>;

/** A response, and what the conversation is about after it. */
export interface LineOutcome extends Response {
  readonly followUp?: FollowUp | undefined;
}

/** Answers a line that a person typed, whatever it is. */
export function answerLine(line: string, context: CommandContext): LineOutcome {
  const parsed = parseCommand(line);
  if (parsed.kind !== 'command') return refuse(composeParseNotice(parsed, context.snapshot), context.followUp);
  const { nearMiss } = parsed;
  const word = parsed.command === 'ask' ? findWordToExplain(parsed.argument, context.snapshot) : undefined;
  const command = word === undefined ? parsed.command : 'help';
  const argument = word ?? parsed.argument;
  const plain = runCommand(command, argument, context);
  const outcome = nearMiss === undefined ? plain : withNearMiss(plain, nearMiss, argument, context);
  const { reply, followUp = context.followUp, asked, subject, issueId, watchLine } = outcome;
  const next: NextLines = subject ? findNextLines(subject, context.snapshot) : {};
  return {
    reply,
    followUp,
    outcome: outcome.outcome ?? { kind: 'command', command },
    line: composeStandAloneLine(command, asked ?? argument),
    ...next,
    ...(command === 'status' ? { moreLine: undefined } : {}),
    watchLine,
    issueId,
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The response to what could not be answered at all. */
export function refuse(reply: Reply, followUp?: FollowUp): LineOutcome {
  return { reply, followUp, outcome: { kind: 'refused' }, line: 'help' };
}

function explainChannelCommand(): CommandOutcome {
  const lead = 'New issues are posted in channels: type this in a channel of Slack or Discord.';
  return { reply: composeNotice(lead, ['latest', 'help']) };
}

function explainWatching(): CommandOutcome {
  return { reply: composeNotice('News is told by direct message: type this in Slack or Discord.', ['latest', 'help']) };
}

/** Runs a command of the list by its name; without the option that it requires, it explains itself. */
export function runCommand(name: CommandName, argument: string, context: CommandContext): CommandOutcome {
  const spec = findCommand(name);
  const lacksOption = argument === '' && spec?.options.some((option) => option.isRequired);
  if (spec !== undefined && lacksOption) return { reply: composeCommandHelp(spec, context.snapshot) };
  return handlers[name](argument, context);
}

/**
 * Adds the command that a question may have been meant as ("serach samba"). The command is offered, never run, and not
 * even offered where the odd first word is a subject of the archive ("postd").
 */
function withNearMiss(
  outcome: CommandOutcome,
  nearMiss: string,
  question: string,
  context: CommandContext,
): CommandOutcome {
  if (isSubject(question.split(' ', 1)[0] ?? '', context.snapshot)) return outcome;
  const offer: Block = { kind: 'suggestions', title: 'Did you mean the command', questions: [nearMiss] };
  return { ...outcome, reply: { ...outcome.reply, blocks: [...outcome.reply.blocks, offer] } };
}
