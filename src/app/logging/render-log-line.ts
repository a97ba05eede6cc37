import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

const levelStyles: Readonly<Record<string, Style>> = { debug: 'gray', info: 'green', warn: 'yellow', error: 'red' };

/** A line of the log as somebody before a terminal reads it: the time of day, the level, the message, then the fields. */
export function renderLogLine(line: string, terminal: NodeJS.WritableStream): string {
  const paint = (style: Style, text: string) => styleText(style, text, { stream: terminal });
  const { time, level, message, error, ...fields } = JSON.parse(line) as LogEntry;
  const details = Object.entries(fields).map(([name, value]) => `${paint('gray', `${name}:`)} ${describe(value)}`);
  const clock = paint('gray', new Date(time).toTimeString().slice(0, 8));
  const label = paint(levelStyles[level] ?? 'white', level.toUpperCase().padEnd(5));
  const lines = [
    [clock, label, message, ...details].join('  '),
    ...describeError(error).map((part) => paint('gray', `    ${tame(part)}`)),
  ];
  return `${lines.join('\n')}\n`;
}

interface LogEntry {
  readonly time: string;
  readonly level: string;
  readonly message: string;
  readonly error?: { readonly stack?: string; readonly message?: string; readonly causes?: readonly string[] } | string;
}

function describe(value: unknown): string {
  return tame(typeof value === 'string' ? value : JSON.stringify(value));
}

function describeError(error: LogEntry['error']): string[] {
  if (error === undefined) return [];
  if (typeof error === 'string') return [error];
  const stack = (error.stack ?? error.message ?? '').split('\n').map((part) => part.trim());
  const causes = (error.causes ?? []).map((cause) => `because of ${cause}`);
  return [...stack, ...causes];
}

/** Nothing that was logged may drive the terminal. */
function tame(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}
