import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { type Environment, readSetting } from './configuration.ts';

/** Where the chat keeps what was typed; undefined where it is switched off, or this user has no home. */
export function findHistoryFile(environment: Environment, workingFolder: string): string | undefined {
  const setting = readSetting(environment, 'CHAT_HISTORY');
  if (setting === 'off') return undefined;
  if (setting !== undefined && setting !== 'on') return resolve(workingFolder, setting);
  const home = environment.HOME ?? homedir();
  const state = environment.XDG_STATE_HOME || (isAbsolute(home) ? join(home, '.local', 'state') : undefined);
  return state && isAbsolute(state) ? join(state, 'works-on-arm-bot', 'history') : undefined;
}
