import type { Log, LogFields } from '#conversation/ports/log.ts';

/** A log for whoever sits before the terminal: warnings as lines on standard error, nothing of daily business. */
export function createTextLog(errors: { write(text: string): unknown }): Log {
  const tell = (message: string, fields: LogFields = {}) => {
    const given = Object.entries(fields).filter(([, value]) => value !== undefined);
    const details = given.map(([name, value]) => `${name}: ${describeValue(value)}`);
    const line = details.length === 0 ? message : [message.replace(/\.$/, ''), ...details].join('; ');
    // Paths and messages of the system are not ours: none may drive the terminal.
    errors.write(`${line.replace(/\p{Cc}+/gu, ' ')}\n`);
  };
  return { debug() {}, info() {}, warn: tell, error: tell };
}

function describeValue(value: unknown): string {
  return value instanceof Error ? value.message : String(value);
}
