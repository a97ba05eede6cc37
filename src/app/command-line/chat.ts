import { setTimeout as delay } from 'node:timers/promises';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import { readVersion } from '#app/process/project-files.ts';
import { createResponder } from '#app/responding/responder.ts';
import { findHistoryFile } from '#app/settings/find-history-file.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { completeLine } from '#commands/completion/line.ts';
import { composeGreeting } from '#commands/wording/compose-greeting.ts';
import { runTerminalChat } from '#platforms/terminal/chat.ts';
import { openHistory } from '#platforms/terminal/keep-history.ts';

const surface = { hasChannels: false, ownWords: { quit: 'Leave; "exit", "bye" and Ctrl-D do, too.' } };

/** Chats in the terminal until the person leaves or the signal comes; resolves to the exit code. */
export async function runChat(
  contentFolder: string,
  { streams, environment, workingFolder }: Pick<Surroundings, 'streams' | 'environment' | 'workingFolder'>,
  signal: AbortSignal,
): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  // A script that pipes its questions in is gone before anybody edits an issue.
  if (streams.input.isTTY) await archive.watch();
  const { respond } = createResponder({ getSnapshot: () => archive.current, version: readVersion(), surface });
  const historyFile = streams.input.isTTY ? findHistoryFile(environment, workingFolder) : undefined;
  await runTerminalChat({
    ...streams,
    greeting: composeGreeting(archive.current),
    signal,
    ...(historyFile === undefined ? {} : { history: openHistory(historyFile) }),
    ...(process.platform === 'win32' ? {} : { suspend: suspendProcess }),
    respond: async (text) => (await respond({ text, conversationId: 'terminal', nowMs: Date.now() })).reply,
    complete: (line) => completeLine(line, archive.current, surface),
  });
  return 0;
}

/** Longer than a signal takes to come through. */
const UNTIL_STOPPED_MS = 200;

/**
 * Stops this process and all that the shell started with it, as Ctrl-Z does outside a chat: npm and its shell wait for
 * us, and would hold the terminal. Resolves when the job goes on, or when nobody is there who could stop it.
 */
async function suspendProcess(): Promise<void> {
  // The whole process group.
  process.kill(0, 'SIGTSTP');
  await delay(UNTIL_STOPPED_MS);
}
