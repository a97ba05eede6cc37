import { askOwnProcess } from '#archive/process/own-process.ts';
import { type ContentSource, settingOf } from '#sources/content-source.ts';
import type { PreparedUpdate } from './prepare-update.ts';

/** How an update is run. */
export interface ProcessOptions {
  /** The program, which runs an update when it is started with `updateWord`. */
  readonly programFile: string;
  readonly signal: AbortSignal;
}

/** Instead of a subcommand: the program is started by itself, and told over a channel what to do. */
export const updateWord = '--update-content';

/** Above the limits of each request, below the patience of anybody. */
const LONGEST_MS = 5 * 60_000;
const MAX_MEMORY_MB = 256;
const MAX_REASON = 300;

/**
 * Runs an update in a process of its own: nobody who asks meanwhile waits for it, what it has taken of memory goes with it,
 * and nothing that a source sends can hold up the bot or end it. Never rejects.
 */
export async function updateInProcess(
  source: ContentSource,
  { programFile, signal }: ProcessOptions,
): Promise<PreparedUpdate> {
  const failed = (message: string, remedy = 'The next look tries again.'): PreparedUpdate => ({
    kind: 'failed',
    message: `${settingOf(source)}: ${message}.`,
    remedy,
  });
  const late = AbortSignal.timeout(LONGEST_MS);
  try {
    const update = await askOwnProcess(source, {
      programFile,
      word: updateWord,
      signal: AbortSignal.any([signal, late]),
      nodeOptions: [`--max-old-space-size=${MAX_MEMORY_MB}`],
    });
    return update as PreparedUpdate;
  } catch (error) {
    if (signal.aborted) return failed('the update was broken off');
    if (late.aborted) return failed(`the update was not done within ${LONGEST_MS / 60_000} minutes`);
    const message = error instanceof Error ? error.message : String(error);
    return failed(
      `the update failed (${message.slice(0, MAX_REASON)})`,
      'The next look tries again; report it if it stays.',
    );
  }
}
