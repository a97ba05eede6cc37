import { type ContentSource, copyFolderOf } from '#sources/content-source.ts';
import { swapIn } from './copy-folder.ts';
import type { PreparedUpdate } from './prepare-update.ts';
import { noteUpdate, readStatus, type SourceStatus, writeStatus } from './source-status.ts';
import { type ProcessOptions, updateInProcess } from './update-in-process.ts';

/** What one look at a source came to. */
export interface Look {
  readonly update: PreparedUpdate;
  readonly status: SourceStatus;
}

/** How a look is taken. */
export interface LookOptions extends ProcessOptions {
  readonly now: () => number;
  /** Runs the swap at a moment at which nobody reads the copy. */
  readonly inPeace?: (swap: () => Promise<void>) => Promise<void>;
}

/** Looks at a source once, puts what is new into use, and notes how it stands. Never rejects. */
export async function updateCopy(source: ContentSource, options: LookOptions): Promise<Look> {
  const { now, signal, inPeace = (swap) => swap() } = options;
  let update = await updateInProcess(source, options);
  if (update.kind === 'ready') {
    const { version } = update;
    try {
      await inPeace(() => swapIn(copyFolderOf(source), version, now()));
    } catch (error) {
      update = {
        kind: 'failed',
        message: `The new copy cannot be put into use (${String(error).slice(0, 200)}).`,
        remedy: `Look whether this user may write to ${source.copiesFolder}.`,
      };
    }
  }
  const status = noteUpdate(await readStatus(source), update, now());
  // An end that was asked for is no fault of the source.
  if (!signal.aborted) await writeStatus(source, status);
  return { update, status };
}
