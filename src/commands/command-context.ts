import type { FollowUp } from '#answering/question/topic.ts';
import type { Response } from '#conversation/response.ts';
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

/**
 * What a command says, with what is known of the reply; `outcome` is left out where a command did what it does, and `watchLine`
 * where no issue may bring more.
 */
export interface CommandOutcome
  extends Pick<Response, 'reply' | 'subject' | 'watchLine' | 'issueId'>,
    Partial<Pick<Response, 'outcome'>> {
  /** What the next question in the conversation may refer to; that of the context where it is left out. */
  readonly followUp?: FollowUp | undefined;
  /** The option's text made whole, where it leaned on what was said before. */
  readonly asked?: string;
}

/** One command at work: the option's text in, a reply out; the same text and context give the same reply. */
export type CommandHandler = (argument: string, context: CommandContext) => CommandOutcome;
