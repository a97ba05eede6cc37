import { completeLine } from '#commands/complete-line.ts';
import { composeGreeting } from '#commands/compose-greeting.ts';
import { runTerminalChat } from '#platforms/terminal/terminal-chat.ts';
import { openReadableArchive } from './open-readable-archive.ts';
import type { ProcessStreams } from './process-streams.ts';
import { readVersion } from './project-files.ts';
import { createResponder } from './responder.ts';

/** Chats in the terminal until the person leaves or the signal comes; resolves to the exit code. */
export async function runChat(contentFolder: string, streams: ProcessStreams, signal: AbortSignal): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  // A script that pipes its questions in is gone before anybody edits an issue.
  if (streams.input.isTTY) await archive.watch();
  const { respond } = createResponder({ getSnapshot: () => archive.current, version: readVersion() });
  await runTerminalChat({
    ...streams,
    greeting: composeGreeting(archive.current),
    signal,
    respond: async (text) => (await respond({ text, conversationId: 'terminal', nowMs: Date.now() })).reply,
    complete: (line) => completeLine(line, archive.current),
  });
  return 0;
}
