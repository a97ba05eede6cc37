import type { CommandOutcome } from '#commands/command-context.ts';
import { composeNotice } from '#commands/wording/compose-notice.ts';
import type { Reply } from '#conversation/reply.ts';

/**
 * What is said where nothing of a reader is kept, as in a terminal. Removing what is kept is the responder's work: here,
 * as everywhere among the commands that only read, the same line gives the same reply as often as it is shown.
 */
export function runForgetCommand(): CommandOutcome {
  const reply = composeNotice(
    'Nothing that you wrote is kept. A chat in a terminal has what was typed there, for the arrow keys; as a rule in ~/.local/state/works-on-arm-bot/history; CHAT_HISTORY names another file, or turns that off.',
  );
  return { reply };
}

/** How much was removed. */
export interface Forgotten {
  readonly notes: number;
  readonly watches: number;
}

/** What was removed; undefined when it could not be. */
export function composeForgotten(removed: Forgotten | undefined): Reply {
  if (removed === undefined) {
    return composeNotice('What you wrote could not be removed just now. Please try again in a few minutes.', [
      'forget me',
    ]);
  }
  const { notes, watches } = removed;
  if (notes === 0 && watches === 0) return composeNotice('Nothing that you wrote is kept.');
  return composeNotice([...describeNotes(notes), ...describeWatches(watches)].join(' '));
}

function describeNotes(notes: number): string[] {
  if (notes === 0) return [];
  const were = notes === 1 ? 'One note was' : `${notes} notes were`;
  return [
    `${were} kept of you, and ${notes === 1 ? 'is' : 'are'} removed now: questions that the archive could not answer, ` +
      'and whether answers helped you.',
  ];
}

function describeWatches(watches: number): string[] {
  if (watches === 0) return [];
  return [
    `What you watched is removed, ${watches === 1 ? 'one topic' : `${watches} topics`}: I tell you of it no more.`,
  ];
}
