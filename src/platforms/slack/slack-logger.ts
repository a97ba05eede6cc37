import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '#conversation/log.ts';

/** Passes on what Slack's SDK has to say, as details of constant messages. Its debug output, which shows payloads, is off. */
export function createSlackLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug() {},
    info: (...parts) => log.debug('Slack SDK', { words: words(parts) }),
    warn: (...parts) => log.warn('Slack SDK warns', { words: words(parts) }),
    error: (...parts) => log.error('Slack SDK reports an error', { words: words(parts) }),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}
