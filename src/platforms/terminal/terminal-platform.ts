import type { ChatPlatform, ReadyPlatform } from '#platforms/chat-platform.ts';
import { anyText } from '#settings/setting-schemas.ts';
import { findHistoryFile } from './find-history-file.ts';

const name = 'terminal';
const title = 'the terminal';

/** The terminal that the program was started in, as all else knows it. */
export const terminalPlatform: ChatPlatform = {
  name,
  title,
  settings: { CHAT_HISTORY: anyText },
  tokenSetting: undefined,
  channels: undefined,
  manifest: undefined,
  setUp: (readSetting, workingFolder) => ({
    ready: prepare(findHistoryFile(readSetting, workingFolder)),
    problems: [],
  }),
};

function prepare(historyFile: string | undefined): ReadyPlatform {
  return {
    name,
    title,
    idleSettings: [],
    readerSecret: undefined,
    async open({ signal }) {
      const { connectTerminal } = await import('./connect.ts');
      return { sender: undefined, connect: async (parts) => connectTerminal({ ...parts, historyFile, signal }) };
    },
    async *examine() {},
    findClock: async () => undefined,
  };
}
