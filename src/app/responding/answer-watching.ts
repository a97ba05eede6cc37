import { findCommand } from '#commands/reading/find-command.ts';
import { parseCommand } from '#commands/reading/parse-command.ts';
import { composeStandAloneLine } from '#commands/reading/stand-alone-line.ts';
import { composeCommandHelp } from '#commands/running/help.ts';
import type { LineOutcome } from '#commands/running/run-command.ts';
import { isWatchingCommand, watchingCommands } from '#commands/watching/watching-commands.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Asker, Place, Request } from '#conversation/request.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Watcher } from '#watching/watch.ts';
import type { WatchDesk } from '#watching/watch-desk.ts';
import { refuseForNow } from './answer-in-channel.ts';

const storeAway = 'What is watched can neither be looked up nor be kept just now.';

/** What answering about watches works with. */
export interface WatchingParts {
  readonly desk: WatchDesk;
  readonly getSnapshot: () => Snapshot;
  readonly log: Log | undefined;
}

/** The outcome of a line that is about what somebody watches; undefined for any other line. Never rejects. */
export async function answerWatching(
  { text, asker, place }: Pick<Request, 'text' | 'asker' | 'place'>,
  { desk, getSnapshot, log }: WatchingParts,
): Promise<LineOutcome | undefined> {
  const person = asker && toPerson(asker);
  if (person === undefined) return undefined;
  const parsed = parseCommand(text);
  if (parsed.kind !== 'command' || !isWatchingCommand(parsed.command)) return undefined;
  const { command, argument } = parsed;
  const spec = findCommand(command);
  const lacksOption = argument === '' && spec?.options.some(({ isRequired }) => isRequired);
  const outcome = (reply: Reply): LineOutcome => ({
    reply,
    outcome: { kind: 'command', command },
    // Turning a page, or whatever else asks for the reply again, must not do it again.
    line: 'watching',
  });
  if (spec !== undefined && lacksOption) return outcome(composeCommandHelp(spec, getSnapshot()));
  try {
    const channel = place && toChannel(place);
    return outcome(await watchingCommands[command](argument, { desk, snapshot: getSnapshot(), person, channel }));
  } catch (error) {
    log?.error('What somebody watches could not be seen to.', { command, error });
    return refuseForNow(error, storeAway, composeStandAloneLine(command, argument));
  }
}

/** Adds, once, that a message to the asker did not arrive. */
export function tellUnreachable(reply: Reply, asker: Asker, desk: WatchDesk): Reply {
  const person = toPerson(asker);
  if (person === undefined || desk.takeUntold(person) === undefined) return reply;
  // Not what it was about: others may see the answer.
  const text = 'A direct message to you did not arrive; “watching” says why.';
  return { ...reply, blocks: [...reply.blocks, { kind: 'text', text }] };
}

function toPerson({ platform, userId, reachedAs }: Asker): Watcher | undefined {
  if (reachedAs === undefined) return undefined;
  const { userId: recipientId, workspaceId } = reachedAs;
  return { platform, kind: 'person', key: userId, recipientId, workspaceId };
}

function toChannel({ platform, workspaceId, channelId, askerId, isDirect, isManager }: Place) {
  if (isDirect) return undefined;
  const watcher: Watcher = { platform, kind: 'channel', key: channelId, recipientId: channelId, workspaceId };
  return { watcher, askerId, isManager };
}
