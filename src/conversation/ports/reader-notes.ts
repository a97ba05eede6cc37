import type { Rating } from '#conversation/response.ts';

/** What readers let us know: whether an answer helped, and what the archive could not answer. No names, only keys. */
export interface ReaderNotes {
  /** One verdict for each reader and line: the last one counts. */
  readonly recordFeedback: (feedback: Feedback) => Promise<void>;
  readonly recordUnanswered: (question: UnansweredQuestion) => Promise<void>;
  /** Newest first. */
  readonly listUnanswered: (limit: number) => Promise<readonly UnansweredQuestion[]>;
  readonly listFeedback: (limit: number) => Promise<readonly Feedback[]>;
  /** Removes all that one reader wrote; resolves to the number of notes removed. */
  readonly forget: (readerKey: string) => Promise<number>;
}

export interface Feedback
  extends Omit<UnansweredQuestion, 'question'>,
    Pick<Rating, 'line' | 'isHelpful' | 'issueId'> {}

export interface UnansweredQuestion {
  readonly platform: string;
  /** The keyed hash of the reader's id; never the id. */
  readonly readerKey: string;
  readonly question: string;
  readonly atMs: number;
}

/** How long notes are kept. */
export const NOTES_KEPT_MS = 90 * 24 * 60 * 60 * 1000;
