import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '#conversation/log.ts';

/** Passes on what Slack's SDK has to say, as details of constant messages. Its debug output, which shows payloads, is off. */
export function createSlackLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug() {},
    info: (...parts) => log.debug('Slack SDK', { words: words(parts) }),
    warn: (...parts) => log.warn('Slack SDK warns', { words: words(parts), ...findRemedy(words(parts)) }),
    error: (...parts) => log.warn('Slack SDK reports an error', { words: words(parts) }),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}

export const clockRemedy = "Set this machine's clock: it differs from Slack's by more than five minutes.";

/** What a person can do about requests whose signature is refused: whoever sent them, they are not answered. */
const remedies: readonly [pattern: RegExp, remedy: string][] = [
  [/system time|stale/, clockRemedy],
  [
    /signature mismatch/,
    'If it was Slack who called, copy SLACK_SIGNING_SECRET again from "Basic Information" (api.slack.com/apps, your app).',
  ],
];

function findRemedy(words: string): { remedy?: string } {
  const remedy = remedies.find(([pattern]) => pattern.test(words))?.[1];
  return remedy === undefined ? {} : { remedy };
}
