import type { SubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import { channelCommands, isChannelCommand } from '#commands/channels/channel-commands.ts';
import { findCommand } from '#commands/reading/find-command.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import { type LineOutcome, refuse } from '#commands/running/run-command.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Place } from '#conversation/request.ts';
import { StoreError } from '#storage/store-error.ts';

const storeAway = 'Which channels get new issues can neither be looked up nor be kept just now.';

/**
 * The outcome of a line that is about what the channel gets; undefined for any other line. Here, and nowhere else, it is
 * decided who may. Never rejects.
 */
export async function answerInChannel(
  text: string,
  { isManager, isDirect, ...channel }: Place,
  { desk, log }: { readonly desk: SubscriptionDesk; readonly log: Log | undefined },
): Promise<LineOutcome | undefined> {
  // The command explains itself there, as in a terminal.
  if (isDirect) return undefined;
  const parsed = parseCommand(text);
  if (parsed.kind !== 'command' || !isChannelCommand(parsed.command)) return undefined;
  const { command, argument } = parsed;
  if (!isManager && findCommand(command)?.whoMay !== 'anyone') {
    return refuse(composeNotice('Only who manages this channel may decide that; ask one of them.', ['subscriptions']));
  }
  try {
    return {
      reply: await channelCommands[command](argument, { desk, channel }),
      outcome: { kind: 'command', command },
      line: composeStandAloneLine(command, argument),
    };
  } catch (error) {
    log?.error('A channel’s subscription could not be seen to.', { command, error });
    return refuseForNow(error, storeAway, composeStandAloneLine(command, argument));
  }
}

/** It can have been done all the same, where only the answer was lost; doing it again does no harm. */
export function refuseForNow(error: unknown, storeAway: string, again: string): LineOutcome {
  const what = error instanceof StoreError ? storeAway : 'That could not be done just now.';
  const remedy = 'Say it again in a few minutes, please; if it stays so, tell whoever runs the bot.';
  return refuse(composeNotice(`${what} ${remedy}`, [again], 'Again'));
}
