import type { ChannelCommandHandler } from '#commands/channel-context.ts';
import { runPostCommand } from './post.ts';
import { runSubscribeCommand } from './subscribe.ts';
import { runSubscriptionsCommand } from './subscriptions.ts';
import { runUnsubscribeCommand } from './unsubscribe.ts';

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
