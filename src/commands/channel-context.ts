import type { ChannelAsked, SubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import type { Reply } from '#conversation/reply.ts';

/** What the commands about a channel's subscription work with. */
export interface ChannelContext {
  readonly desk: SubscriptionDesk;
  readonly channel: ChannelAsked;
}

export type ChannelCommandHandler = (argument: string, context: ChannelContext) => Promise<Reply>;
