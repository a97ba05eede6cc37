import type { WatchCommandHandler } from '#commands/watch-context.ts';
import { runUnwatchCommand } from './unwatch.ts';
import { runWatchCommand } from './watch.ts';
import { runWatchingCommand } from './watching.ts';

/** The commands about what somebody is told of, by name. */
export const watchingCommands = {
  watch: runWatchCommand,
  unwatch: runUnwatchCommand,
  watching: runWatchingCommand,
} satisfies Record<string, WatchCommandHandler>;

export type WatchingCommandName = keyof typeof watchingCommands;

/** True for the name of a command that needs somebody who can be told. */
export function isWatchingCommand(name: string): name is WatchingCommandName {
  return Object.hasOwn(watchingCommands, name);
}
