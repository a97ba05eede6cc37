import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Reply } from '#conversation/reply.ts';
import type { Streams } from '#platforms/chat-platform.ts';
import { type ChatHistory, HISTORY_SIZE, noHistory } from './keep-history.ts';
import { bindKeys } from './keys.ts';
import { renderForTerminal } from './renderer.ts';
import { showAbove } from './show-above.ts';
import { findTerminalView, paint } from './view.ts';

/** What the chat needs from the outside: two streams and somebody who answers. */
export interface TerminalChat extends Streams {
  readonly greeting: Reply;
  readonly respond: (line: string) => Promise<Reply>;
  /** Candidates for the end of a half-typed line, and that end. */
  readonly complete: (line: string) => { readonly candidates: readonly string[]; readonly replaced: string };
  readonly history?: ChatHistory;
  /** Stops this program and all that were started with it, as Ctrl-Z does; resolves when it goes on. */
  readonly suspend?: () => Promise<void>;
  /** Ends the chat from outside, as Ctrl-D does from inside. */
  readonly signal?: AbortSignal;
}

const prompt = '> ';
const goodbyes = new Set(['quit', 'exit', 'bye', ':q', '/quit', '/exit']);
const NEARLY_GOODBYE = /^\/?(?:q(?:iut|uti|itu|uitt|uiit|ut)|e(?:xti|ixt|xitt|xiit|xt))$/i;

/**
 * Talks with one person until they leave: `quit`, `exit`, Ctrl-D, Ctrl-C on an empty line, or the end of piped input.
 * Without a terminal on both sides it shows neither greeting nor prompt, so that a script gets answers only.
 */
export async function runTerminalChat(chat: TerminalChat): Promise<void> {
  const { input, output, history = noHistory } = chat;
  const isInteractive = isTerminal(input) && isTerminal(output);
  const gone = new AbortController();
  const write = (text: string) => writeText(output, text, gone.signal);
  const say = (reply: Reply) => write(`${renderForTerminal(reply, findTerminalView(output))}\n`);
  const boldPrompt = paint('bold', prompt, findTerminalView(output));
  const lines = createInterface({
    input,
    // Without a terminal nothing is echoed: the answers go past readline.
    ...(isInteractive ? { output, history: [...history.lines] } : {}),
    terminal: isInteractive,
    prompt: boldPrompt,
    historySize: HISTORY_SIZE,
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
  // A reader that is gone has seen enough. Whatever else it is, the streams' owner tells of it.
  const lose = () => {
    gone.abort();
    leave();
  };
  chat.signal?.addEventListener('abort', leave, { once: true });
  output.once('error', lose);
  let heard = 0;
  let answered = 0;
  let wasBehind = false;
  let isTyping = false;
  const ask = () => {
    isTyping = true;
    lines.prompt();
  };
  lines.on('line', () => {
    heard++;
    isTyping = false;
  });
  if (isInteractive) {
    bindKeys(lines, chat);
    chat.asides?.showBy((text) => void (isTyping ? showAbove(lines, output, text) : output.write(text)));
  }
  try {
    if (chat.signal?.aborted) return;
    if (isInteractive) await say(chat.greeting);
    if (isInteractive) ask();
    for await (const line of typedLines) {
      answered++;
      // What was pasted was echoed in one piece: each answer gets its question back.
      const isPasted = isInteractive && (heard > answered || wasBehind);
      wasBehind = heard > answered;
      if (goodbyes.has(line.trim().toLowerCase())) break;
      if (line.trim() !== '') {
        if (isPasted) await write(`${boldPrompt}${line.trim()}\n`);
        if (isInteractive) history.add(line);
        if (NEARLY_GOODBYE.test(line.trim())) await write('Type “quit” to leave.\n');
        else await say(await chat.respond(line));
      }
      if (gone.signal.aborted) return;
      if (isInteractive && heard === answered) ask();
    }
    if (isInteractive) await write('\n');
  } finally {
    isTyping = false;
    chat.asides?.showBy(undefined);
    chat.signal?.removeEventListener('abort', leave);
    output.off('error', lose);
    lines.close();
  }
}

function isTerminal(stream: NodeJS.ReadableStream | NodeJS.WritableStream): boolean {
  return (stream as { isTTY?: boolean }).isTTY === true;
}

/** Writes, and waits while the reader is slower than we are, and is there. */
async function writeText(output: NodeJS.WritableStream, text: string, gone: AbortSignal): Promise<void> {
  if (gone.aborted || !output.writable || output.write(text)) return;
  // Its own error is told where the stream is looked after.
  await once(output, 'drain', { signal: gone }).catch(() => undefined);
}
