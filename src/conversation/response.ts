import type { Reply, VerdictWord } from './reply.ts';
import type { Asker, Request } from './request.ts';

/** How a request ended, for counting and for what readers ask in vain. */
export type Outcome =
  /** The archive gave an answer; `verdict` where yes or no can answer the question. */
  | { readonly kind: 'answered'; readonly verdict: VerdictWord | undefined }
  /** The bot said that it does not know. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'command'; readonly command: string }
  /** Nothing that could be answered: an empty line, far too long a one, too many in a short time. */
  | { readonly kind: 'refused' };

/** A reply with what a platform needs to go on from it: the buttons below it, and the way back to it. */
export interface Response {
  readonly reply: Reply;
  readonly outcome: Outcome;
  /** A line that gives this reply by itself, whatever was said before it; what a button carries. `help` for a refusal. */
  readonly line: string;
  /** A line that shows all that is known of the same subject, where there is more. */
  readonly moreLine?: string | undefined;
  /** A line that lists what else the archive has near it, where there is anything. */
  readonly relatedLine?: string | undefined;
  /** A line that tells its asker once there is news; left out where the answer is one to stay, or nobody can be told. */
  readonly watchLine?: string | undefined;
  /** The issue that the reply rests on first. */
  readonly issueId?: string | undefined;
  /** What the reply is about, by its name in the archive. */
  readonly subject?: string;
}

/** Answers whatever anybody says on any platform; never rejects. */
export type Respond = (request: Request) => Promise<Response>;

/** Keeps whether a reply helped its reader; resolves to whether that is kept, and never rejects. */
export type Rate = (rating: Rating) => Promise<boolean>;

/** Whether a reply helped, as its button said. */
export interface Rating {
  readonly asker: Asker;
  /** The line whose reply is rated. */
  readonly line: string;
  readonly isHelpful: boolean;
  /** The issue that the reply rests on first. */
  readonly issueId: string | undefined;
  readonly nowMs: number;
}
