import { type CorrectingParts, correctPosts } from '#announcing/correcting/correct-posts.ts';
import { runOneAtATime } from '#announcing/delivering/run-one-at-a-time.ts';
import type { Snapshot } from '#search/snapshot.ts';

/** What correcting by the clock works with. */
export interface QuietParts extends CorrectingParts {
  readonly getSnapshot: () => Snapshot;
  /** Nothing in the folder may have changed for so long: an editor may still be at it. */
  readonly quietMs: number;
}

/** Looks, whenever it is called, whether posts are to be corrected; an archive that is done with costs nothing. Never rejects. */
export function correctWhenQuiet(parts: QuietParts): () => Promise<void> {
  const { getSnapshot, quietMs, log, now, signal } = parts;
  let seen: { readonly snapshot: Snapshot; readonly sinceMs: number } | undefined;
  let done: Snapshot | undefined;
  const failedUntilMs = new Map<string, number>();
  return runOneAtATime(async () => {
    if (signal.aborted) return;
    const snapshot = getSnapshot();
    if (seen?.snapshot !== snapshot) {
      seen = { snapshot, sinceMs: now() };
      failedUntilMs.clear();
    }
    if (done === snapshot || Math.abs(now() - seen.sinceMs) < quietMs) return;
    try {
      if (await correctPosts({ ...parts, failedUntilMs })) done = snapshot;
    } catch (error) {
      log.error('Posts could not be corrected; the next minute tries again.', { error });
    }
  });
}
