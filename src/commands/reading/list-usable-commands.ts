import { commandList } from '#commands/command-list.ts';
import type { CommandSpec } from '#commands/command-spec.ts';
import type { Surface } from '#commands/surface.ts';

/** The commands that work in such a place, in the order of help. */
export function listUsableCommands({ hasChannels }: Surface): readonly CommandSpec[] {
  return (commandList as readonly CommandSpec[]).filter(({ needsChannels }) => hasChannels || !needsChannels);
}
