import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';

/** How a part of the work is done in a process of its own. */
export interface OwnProcess {
  /** The program, which does that part when it is started with `word`. */
  readonly programFile: string;
  /** Instead of a subcommand: the program is started by itself, and told over a channel what to do. */
  readonly word: string;
  readonly signal: AbortSignal;
  /** Node's options beside this process's own. */
  readonly nodeOptions?: readonly string[];
}

const MAX_LAST_WORDS = 300;

/**
 * Starts the program anew, tells it what to do, and resolves to what it says: nobody who asks meanwhile waits for it, and what
 * it has taken of memory goes with it. Rejects when it ends before it has said anything, and when the signal comes; it is gone
 * then, too.
 */
export async function askOwnProcess(message: string | object, options: OwnProcess): Promise<unknown> {
  const { signal } = options;
  signal.throwIfAborted();
  const ending = new AbortController();
  const end = AbortSignal.any([signal, ending.signal]);
  const child = start(options);
  let lastWords = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-MAX_LAST_WORDS);
  });
  try {
    const heard = once(child, 'message', { signal: end });
    const gone = once(child, 'close', { signal: end }).then(([code, killedBy]) => {
      throw new Error(`its process ended with ${killedBy ?? code}: ${lastWords.trim()}`);
    });
    child.send(message);
    const [said] = await Promise.race([heard, gone]);
    return said;
  } finally {
    ending.abort();
    await kill(child);
  }
}

function start({ programFile, word, nodeOptions = [] }: OwnProcess): ChildProcess {
  const child = fork(programFile, [word], {
    execArgv: [...process.execArgv, ...nodeOptions],
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
