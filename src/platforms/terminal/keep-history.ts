import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What was typed in earlier chats, and where what is typed now is kept. */
export interface ChatHistory {
  /** The latest first, as readline wants them. */
  readonly lines: readonly string[];
  readonly add: (line: string) => void;
}

/** Nothing is kept. */
export const noHistory: ChatHistory = { lines: [], add() {} };

export const HISTORY_SIZE = 500;
const ONLY_MINE = 0o600;
const ONLY_MINE_FOLDER = 0o700;

/**
 * Keeps lines in a file that only its owner may read. Each is appended at once, so that two chats do not undo each other's
 * and none is lost with a terminal that is closed. Where it cannot be written, the chat goes on without.
 */
export function openHistory(path: string): ChatHistory {
  let known: string[] = [];
  try {
    known = readFileSync(path, 'utf8').split('\n').filter(Boolean);
    if (known.length > 2 * HISTORY_SIZE) {
      known = known.slice(-HISTORY_SIZE);
      writeFileSync(path, `${known.join('\n')}\n`, { mode: ONLY_MINE });
    }
  } catch {
    // The first chat, or a file that is not for us.
  }
  let canWrite = true;
  let last = known.at(-1);
  return {
    lines: known.slice(-HISTORY_SIZE).reverse(),
    add(line) {
      const text = line.replaceAll(/\p{Cc}+/gu, ' ').trim();
      if (!canWrite || text === '' || text === last) return;
      last = text;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: ONLY_MINE_FOLDER });
        appendFileSync(path, `${text}\n`, { mode: ONLY_MINE });
        // The mode above is for a new file only.
        chmodSync(path, ONLY_MINE);
      } catch {
        canWrite = false;
      }
    },
  };
}
