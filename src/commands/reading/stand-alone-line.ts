import type { CommandName } from '#commands/command-list.ts';
import { parseCommand } from './parse-command.ts';

/** A line that runs this command with this argument, whatever words the argument is made of; for buttons and records. */
export function composeStandAloneLine(command: CommandName, argument: string): string {
  const plain = `${command} ${argument}`.trim();
  // A question needs no command word, unless it would be read as another command without it.
  const candidates = command === 'ask' ? [argument, plain] : [plain, `${command} "${argument}"`];
  return candidates.find((line) => means(line, command, argument)) ?? plain;
}

function means(line: string, command: CommandName, argument: string): boolean {
  const parsed = parseCommand(line);
  return parsed.kind === 'command' && parsed.command === command && parsed.argument === argument;
}
