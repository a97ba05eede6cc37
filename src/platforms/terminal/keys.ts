import type { Interface } from 'node:readline';
import type { Streams } from '#platforms/chat-platform.ts';

interface Key {
  readonly ctrl?: boolean;
  readonly name?: string;
}

export interface KeyBindings extends Pick<Streams, 'input' | 'output'> {
  /** Resolves when the program goes on. */
  readonly suspend?: () => Promise<void>;
}

/** The keys that readline leaves to the program, as shells have them: Ctrl-C, Ctrl-R and Ctrl-Z. */
export function bindKeys(lines: Interface, { input, output, suspend }: KeyBindings): void {
  lines.on('SIGINT', () => {
    if (lines.line === '') return lines.close();
    lines.write(null, { ctrl: true, name: 'e' });
    output.write('\n');
    lines.write(null, { ctrl: true, name: 'u' });
  });
  // Back to the latest line that begins with what is typed, as the arrow does, and further with each time.
  const search = (_text: unknown, key?: Key) => {
    if (key?.ctrl && key.name === 'r') lines.write(null, { name: 'up' });
  };
  input.on('keypress', search);
  lines.once('close', () => input.off('keypress', search));
  if (suspend === undefined) return;
  lines.on('SIGTSTP', async () => {
    const { setRawMode } = input as Partial<NodeJS.ReadStream>;
    setRawMode?.call(input as NodeJS.ReadStream, false);
    await suspend();
    setRawMode?.call(input as NodeJS.ReadStream, true);
    lines.prompt(true);
  });
}
