import type { OutboxPost } from './outbox.ts';

/** What posts said when they were sent, so that it can be seen whether they still say it. */
export interface PostedWords {
  /** Keeps it the first time; what was kept before stays. */
  readonly note: (postId: string, wordsKey: string, nowMs: number) => Promise<void>;
  /** The post says something else from now on. */
  readonly replace: (postId: string, wordsKey: string, nowMs: number) => Promise<void>;
  /** Posts that were sent since then, by id, from the one behind `afterId` on. */
  readonly listSince: (sinceMs: number, afterId: string | undefined, limit: number) => Promise<readonly PostedPost[]>;
}

export interface PostedPost extends OutboxPost {
  /** Undefined where it was sent before this was kept. */
  readonly wordsKey: string | undefined;
}

/** How long it is kept what a post said: far beyond the time for which it is corrected. */
export const WORDS_KEPT_MS = 366 * 24 * 60 * 60 * 1000;
