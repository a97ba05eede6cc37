import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '#conversation/ports/log.ts';

/** Passes on what Slack's SDK has to say, as details of constant messages. Its debug output, which shows payloads, is off. */
export function createSlackLogger(log: Log): Logger {
  const words = (parts: readonly unknown[]) =>
    parts.map((part) => (part instanceof Error ? part.message : String(part))).join(' ');
  const tellWarning = (said: string) => {
    // The SDK tries again by itself for a while: whoever waits for the first connection learns at once what is amiss.
    const message = said.startsWith('http request failed')
      ? 'Slack cannot be reached; it is tried again.'
      : 'Slack SDK warns';
    log.warn(message, { words: said, ...findRemedy(said) });
  };
  return {
    debug() {},
    info: (...parts) => log.debug('Slack SDK', { words: words(parts) }),
    warn: (...parts) => tellWarning(words(parts)),
    error: (...parts) => log.warn('Slack SDK reports an error', { words: words(parts) }),
    setLevel() {},
    getLevel: () => LogLevel.INFO,
    setName() {},
  };
}

export const clockRemedy = "Set this machine's clock: it differs from Slack's by more than five minutes.";

/** What a person can do. Requests whose signature is refused are not answered, whoever sent them. */
const remedies: readonly [pattern: RegExp, remedy: string][] = [
  [
    /A web page came/,
    'A web page came in the place of Slack: look what stands between this machine and the internet, such as a proxy or a Wi-Fi with a login.',
  ],
  [/^http request failed/, 'If it stays so, look whether this machine reaches Slack: "npm run -s doctor" does.'],
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
