import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type ContentSource, settingOf } from '#sources/content-source.ts';
import type { PreparedUpdate } from './prepare-update.ts';

/** How an update is run. */
export interface ThreadOptions {
  /** The program, which runs an update where it finds itself in a thread. */
  readonly programFile: string;
  readonly signal: AbortSignal;
}

/** Above the limits of each request, below the patience of anybody. */
const LONGEST_MS = 5 * 60_000;
const MAX_MEMORY_MB = 256;

/**
 * Runs an update in a thread of its own: nobody who asks meanwhile waits for it, what it has taken of memory is given back
 * with it, and nothing that a source sends can hold up the bot for longer than minutes. Never rejects.
 */
export async function updateInThread(
  source: ContentSource,
  { programFile, signal }: ThreadOptions,
): Promise<PreparedUpdate> {
  const failed = (message: string, remedy = 'The next look tries again.'): PreparedUpdate => ({
    kind: 'failed',
    message: `${settingOf(source)}: ${message}.`,
    remedy,
  });
  if (signal.aborted) return failed('the update was broken off');
  const worker = new Worker(programFile, {
    workerData: source,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    stdin: false,
  });
  const ending = new AbortController();
  const late = AbortSignal.timeout(LONGEST_MS);
  const end = AbortSignal.any([signal, late, ending.signal]);
  try {
    const [update] = await Promise.race([
      once(worker, 'message', { signal: end }),
      once(worker, 'exit', { signal: end }).then(([code]) => {
        throw new Error(`the thread ended with ${code}`);
      }),
    ]);
    return update as PreparedUpdate;
  } catch (error) {
    if (signal.aborted) return failed('the update was broken off');
    if (late.aborted) return failed(`the update was not done within ${LONGEST_MS / 60_000} minutes`);
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_WORKER_OUT_OF_MEMORY') return failed(`the update takes more than ${MAX_MEMORY_MB} MB of memory`);
    return failed(
      `the update failed (${String(error).slice(0, 200)})`,
      'The next look tries again; report it if it stays.',
    );
  } finally {
    ending.abort();
    await worker.terminate();
  }
}
