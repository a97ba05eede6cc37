import type { ArchiveLog } from '#archive/open-archive.ts';

/** A log for whoever sits before the terminal: warnings as lines on standard error, nothing of daily business. */
export function createTextLog(errors: NodeJS.WritableStream): ArchiveLog {
  return {
    info: () => {},
    warn: (message, fields) => {
      const details = Object.entries(fields).map(([name, value]) => `${name}: ${describeValue(value)}`);
      const line = [message, ...details].join('; ');
      // Paths and messages of the system are not ours: none may drive the terminal.
      errors.write(`${line.replace(/\p{Cc}+/gu, ' ')}\n`);
    },
  };
}

function describeValue(value: unknown): string {
  return value instanceof Error ? value.message : String(value);
}
