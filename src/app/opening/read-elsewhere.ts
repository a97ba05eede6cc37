import { join } from 'node:path';
import { programFile, projectFolder } from '#app/process/project-files.ts';
import { openArchive } from '#archive/open-archive.ts';
import { askOwnProcess } from '#archive/process/own-process.ts';
import { silentLog } from '#conversation/ports/log.ts';
import { openReadingStore } from './open-reading-store.ts';

/** Instead of a subcommand; `main.ts` knows it, too. */
export const readingWord = '--read-content';

/** Reads a folder in a process of its own, which keeps what it has read where the next start would; rejects when it did not. */
export function readElsewhere(folder: string): (signal: AbortSignal) => Promise<void> {
  return async (signal) => {
    await askOwnProcess(folder, { programFile: join(projectFolder, programFile), word: readingWord, signal });
  };
}

/** Does so in this process, which was started for it. */
export function runReading(): void {
  // Who started it ends it: a signal for both of them is no reason for that one to read all by itself.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
  process.once('message', async (folder: string) => {
    const archive = await openArchive({ dir: folder, log: silentLog, store: openReadingStore(folder) });
    // Saves it.
    await archive[Symbol.asyncDispose]();
    process.send?.('kept', () => process.exit());
  });
  process.once('disconnect', () => process.exit());
}
