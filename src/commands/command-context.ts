import type { FollowUp } from '#answering/question/follow-up.ts';
import type { Reply } from '#conversation/reply.ts';
import type { Outcome } from '#conversation/response.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Surface } from './surface.ts';

/** All that a command may look at besides its option. */
export interface CommandContext {
  readonly snapshot: Snapshot;
  readonly version: string;
  /** A chat platform when it is left out. */
  readonly surface?: Surface;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** What the conversation was about, for questions like "what about arm64?". */
  readonly followUp?: FollowUp;
}

/** What a command says, and what the next question in the conversation may refer to. */
export interface CommandOutcome {
  readonly reply: Reply;
  /** That of the context where it is left out. */
  readonly followUp?: FollowUp | undefined;
  /** The option's text made whole, where it leaned on what was said before. */
  readonly asked?: string;
  /** How a question ended; left out where a command did what it does. */
  readonly outcome?: Outcome;
  /** What the reply is about, as a name that `status` and `search` take. */
  readonly subject?: string;
  /** A line that watches what was asked, where an issue may bring more. */
  readonly watchLine?: string | undefined;
  /** The issue that the reply rests on first. */
  readonly issueId?: string | undefined;
}

/** One command at work: the option's text in, a reply out; the same text and context give the same reply. */
export type CommandHandler = (argument: string, context: CommandContext) => CommandOutcome;
