import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Reply } from '#conversation/reply.ts';
import { renderForTerminal } from './terminal-renderer.ts';
import { findTerminalView, paint } from './terminal-view.ts';

/** What the chat needs from the outside: two streams and somebody who answers. */
export interface TerminalChat {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly greeting: Reply;
  readonly respond: (line: string) => Promise<Reply>;
  /** Candidates for the end of a half-typed line, and that end. */
  readonly complete: (line: string) => { readonly candidates: readonly string[]; readonly replaced: string };
  /** Ends the chat from outside, as Ctrl-D does from inside. */
  readonly signal?: AbortSignal;
}

const prompt = '> ';
const goodbyes = new Set(['quit', 'exit', 'bye', ':q', '/quit', '/exit']);

/**
 * Talks with one person until they leave: `quit`, `exit`, Ctrl-D, Ctrl-C, or the end of piped input. Without a terminal
 * on both sides it shows neither greeting nor prompt, so that a script gets answers only.
 */
export async function runTerminalChat(chat: TerminalChat): Promise<void> {
  const { input, output } = chat;
  const isInteractive = isTerminal(input) && isTerminal(output);
  const say = (reply: Reply) => writeText(output, `${renderForTerminal(reply, findTerminalView(output))}\n`);
  const lines = createInterface({
    input,
    // Without a terminal nothing is echoed: the answers go past readline.
    ...(isInteractive ? { output } : {}),
    terminal: isInteractive,
    prompt: paint('bold', prompt, findTerminalView(output)),
    historySize: 500,
    removeHistoryDuplicates: true,
    completer: (line: string) => {
      const { candidates, replaced } = chat.complete(line);
      // Names come from newsletters too, and what is completed is echoed.
      return [candidates.filter((name) => !/\p{Cc}/u.test(name)), replaced];
    },
  });
  // Listens from here on: lines that come in while the greeting is being written are not lost.
  const typedLines = lines[Symbol.asyncIterator]();
  const leave = () => lines.close();
  chat.signal?.addEventListener('abort', leave, { once: true });
  output.once('error', leave);
  lines.once('SIGINT', leave);
  try {
    if (chat.signal?.aborted) return;
    if (isInteractive) await say(chat.greeting);
    if (isInteractive) lines.prompt();
    for await (const line of typedLines) {
      if (goodbyes.has(line.trim().toLowerCase())) break;
      if (isInteractive || line.trim() !== '') await say(await chat.respond(line));
      if (isInteractive) lines.prompt();
    }
    if (isInteractive) await writeText(output, '\n');
  } finally {
    chat.signal?.removeEventListener('abort', leave);
    lines.close();
  }
}

function isTerminal(stream: NodeJS.ReadableStream | NodeJS.WritableStream): boolean {
  return (stream as { isTTY?: boolean }).isTTY === true;
}

/** Writes, and waits while the reader is slower than we are. */
async function writeText(output: NodeJS.WritableStream, text: string): Promise<void> {
  if (output.writable && !output.write(text)) await once(output, 'drain');
}
