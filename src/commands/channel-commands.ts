import type { ChannelCommandHandler } from './channel-context.ts';
import { runPostCommand } from './post-command.ts';
import { runSubscribeCommand } from './subscribe-command.ts';
import { runSubscriptionsCommand } from './subscriptions-command.ts';
import { runUnsubscribeCommand } from './unsubscribe-command.ts';

/** The commands that change or show what a channel gets, by name. */
export const channelCommands = {
  subscribe: runSubscribeCommand,
  unsubscribe: runUnsubscribeCommand,
  subscriptions: runSubscriptionsCommand,
  post: runPostCommand,
} satisfies Record<string, ChannelCommandHandler>;

export type ChannelCommandName = keyof typeof channelCommands;

/** True for the name of a command that needs a channel. */
export function isChannelCommand(name: string): name is ChannelCommandName {
  return Object.hasOwn(channelCommands, name);
}
