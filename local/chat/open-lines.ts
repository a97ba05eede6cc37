import { createInterface } from 'node:readline/promises';
import type { Asides } from '#platforms/chat-platform.ts';
import { showAbove } from '#platforms/terminal/show-above.ts';

export interface LineStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly isTerminal: boolean;
  /** Shown above the line that is being typed. */
  readonly asides?: Asides;
}

/** Lines of a person or of a pipe, one at a time. */
export interface Lines {
  /** The next line, asked for with these words; undefined when there is none any more. */
  readonly next: (prompt: string) => Promise<string | undefined>;
  /** Shows something, above the line that is being typed. */
  readonly tell: (text: string) => void;
  readonly close: () => void;
}

// Readline writes what all have in common in place of the line, also where that has less than was typed: "/arm status foo"
// is not to become "/arm status subject:". Those that go on with what was typed come alone; else the line stands among them.
function keepTyped(line: string, found: readonly string[]): string[] {
  const typed = /[^\s:]*$/.exec(line)?.[0].toLowerCase() ?? '';
  const goingOn = found.filter((draft) =>
    draft
      .slice(draft.lastIndexOf(':') + 1)
      .toLowerCase()
      .startsWith(typed),
  );
  if (typed !== '' && goingOn.length > 0) return goingOn;
  return found.length < 2 || found.every((draft) => draft.startsWith(line)) ? [...found] : [...found, line];
}

/** Reads lines; `complete` gives what the Tab key makes of one. Ctrl-C and Ctrl-D end them. */
export function openLines(
  { input, output, isTerminal, asides }: LineStreams,
  complete: (line: string) => Promise<readonly string[]>,
): Lines {
  const reader = createInterface({
    input,
    output,
    terminal: isTerminal,
    completer: async (line: string): Promise<[string[], string]> => [keepTyped(line, await complete(line)), line],
  });
  // What a pipe brings before it is asked for waits here.
  const waiting: string[] = [];
  let isOver = false;
  let wake = () => {};
  let isTyping = false;
  const tell = (text: string) => void (isTerminal && isTyping ? showAbove(reader, output, text) : output.write(text));
  if (isTerminal) asides?.showBy(tell);
  reader.on('line', (line) => {
    isTyping = false;
    waiting.push(line);
    wake();
  });
  reader.on('close', () => {
    isOver = true;
    isTyping = false;
    asides?.showBy(undefined);
    wake();
  });
  reader.on('SIGINT', () => reader.close());
  return {
    async next(prompt) {
      if (isTerminal && !isOver && waiting.length === 0) {
        reader.setPrompt(prompt);
        isTyping = true;
        reader.prompt();
      }
      while (waiting.length === 0 && !isOver) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return waiting.shift();
    },
    tell,
    close: () => reader.close(),
  };
}
