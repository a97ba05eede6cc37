import { type Logger, LogLevel } from '@slack/web-api';

/** A logger for the SDK that keeps warnings and errors for the test to look at. */
export function keepLog(): Logger & { readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (...words: unknown[]) => {
    lines.push(words.map(String).join(' '));
  };
  return {
    lines,
    getLevel: () => LogLevel.INFO,
    setLevel() {},
    setName() {},
    debug() {},
    info() {},
    warn: keep,
    error: keep,
  };
}
