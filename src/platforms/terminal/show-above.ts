import { clearScreenDown, cursorTo, type Interface, moveCursor } from 'node:readline';

/** Shows lines above the one that is being typed, which then stands below them as it was. */
export function showAbove(lines: Interface, output: NodeJS.WritableStream, text: string): void {
  const { rows } = lines.getCursorPos();
  moveCursor(output, 0, -rows);
  cursorTo(output, 0);
  clearScreenDown(output);
  // Readline goes up again by the rows that the cursor was below the prompt.
  output.write(`${text.endsWith('\n') ? text : `${text}\n`}${'\n'.repeat(rows)}`);
  lines.prompt(true);
}
