import { setTimeout as delay } from 'node:timers/promises';
import type { HearingParts, PlatformConnection } from '#platforms/chat-platform.ts';
import { runTerminalChat } from './chat.ts';
import { openHistory } from './keep-history.ts';

/** What a chat works with. */
export interface TerminalParts extends Pick<HearingParts, 'respond' | 'offers' | 'streams'> {
  /** Kept there only where a person types. */
  readonly historyFile: string | undefined;
  /** Ends the chat. */
  readonly signal: AbortSignal | undefined;
}

/** Begins to chat; the connection is over when the person leaves. */
export function connectTerminal({
  respond,
  offers,
  streams,
  historyFile,
  signal,
}: TerminalParts): PlatformConnection & { readonly whenOver: Promise<unknown> } {
  const ending = new AbortController();
  let isOver = false;
  const { isTTY } = streams.input as Partial<NodeJS.ReadStream>;
  const whenOver = runTerminalChat({
    ...streams,
    greeting: offers.greet(),
    signal: signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]),
    ...(isTTY && historyFile !== undefined ? { history: openHistory(historyFile) } : {}),
    ...(process.platform === 'win32' ? {} : { suspend: suspendProcess }),
    respond: async (text) => (await respond({ text, conversationId: 'terminal', nowMs: Date.now() })).reply,
    complete: offers.completeLine,
  }).finally(() => {
    isOver = true;
  });
  return {
    isConnected: () => !isOver,
    whenOver,
    async stop() {
      ending.abort();
      await whenOver;
    },
  };
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
