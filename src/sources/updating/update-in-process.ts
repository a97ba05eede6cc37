import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
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
const MAX_LAST_WORDS = 300;

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
  if (signal.aborted) return failed('the update was broken off');
  const late = AbortSignal.timeout(LONGEST_MS);
  const ending = new AbortController();
  const end = AbortSignal.any([signal, late, ending.signal]);
  const child = start(programFile);
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-MAX_LAST_WORDS);
  });
  try {
    const heard = once(child, 'message', { signal: end });
    const gone = once(child, 'close', { signal: end }).then(([code, killedBy]) => {
      throw new Error(`its process ended with ${killedBy ?? code}: ${lastWords.trim()}`);
    });
    child.send(source);
    const [update] = await Promise.race([heard, gone]);
    return update as PreparedUpdate;
  } catch (error) {
    if (signal.aborted) return failed('the update was broken off');
    if (late.aborted) return failed(`the update was not done within ${LONGEST_MS / 60_000} minutes`);
    const message = error instanceof Error ? error.message : String(error);
    return failed(
      `the update failed (${message.slice(0, MAX_LAST_WORDS)})`,
      'The next look tries again; report it if it stays.',
    );
  } finally {
    ending.abort();
    await kill(child);
  }
}

function start(programFile: string): ChildProcess {
  const child = fork(programFile, [updateWord], {
    execArgv: [...process.execArgv, `--max-old-space-size=${MAX_MEMORY_MB}`],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  // Reported by its end, too.
  child.on('error', () => {});
  try {
    // Answers go first.
    if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Gone already, or not allowed: it is as quick as anybody then.
  }
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
