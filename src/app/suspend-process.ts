import { setTimeout as delay } from 'node:timers/promises';

/** Longer than a signal takes to come through. */
const untilStoppedMs = 200;

/**
 * Stops this process and all that the shell started with it, as Ctrl-Z does outside a chat: npm and its shell wait for
 * us, and would hold the terminal. Resolves when the job goes on, or when nobody is there who could stop it.
 */
export async function suspendProcess(): Promise<void> {
  // The whole process group.
  process.kill(0, 'SIGTSTP');
  await delay(untilStoppedMs);
}
