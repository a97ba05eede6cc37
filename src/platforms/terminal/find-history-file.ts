import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import type { ReadSetting } from '#settings/check-settings.ts';

/** Where the chat keeps what was typed; undefined where it is switched off, or this user has no home. */
export function findHistoryFile(readSetting: ReadSetting, workingFolder: string): string | undefined {
  const setting = readSetting('CHAT_HISTORY');
  if (setting === 'off') return undefined;
  if (setting !== undefined && setting !== 'on') return resolve(workingFolder, setting);
  const home = readSetting('HOME') ?? homedir();
  const state = readSetting('XDG_STATE_HOME') ?? (isAbsolute(home) ? join(home, '.local', 'state') : undefined);
  return state && isAbsolute(state) ? join(state, 'works-on-arm-bot', 'history') : undefined;
}
