import type { ChannelPost, ChannelSender } from '#announcing/channel-sender.ts';
import type { ClaimedItem, DeliveryQueue } from '#announcing/outbox.ts';

/** One kind of thing that is delivered: its queue, what it says, and what becomes of it when it does not get there. */
export interface Lane<Item extends ClaimedItem> {
  readonly queue: DeliveryQueue<Item>;
  /** Puts what has come due into the queue; resolves to how many wait because of it. */
  readonly plan: () => Promise<number>;
  /** What to send, as things are now; or why nothing is to be sent any more. */
  readonly compose: (item: Item, sender: ChannelSender) => Promise<Composed>;
  /** Gives up what is certainly not sent, and takes it out of the queue. */
  readonly giveUp: (item: Item, reason: string) => Promise<void>;
  /** Nothing more can be sent there. True the first time, so that it is told once. */
  readonly closeDestination: (item: Item, reason: string) => Promise<boolean>;
  /** What the log may say of it: no person's id. */
  readonly describe: (item: Item) => Readonly<Record<string, unknown>>;
  /** What the log says when it was sent, and when a destination is closed. */
  readonly words: { readonly sent: string; readonly closed: string };
}

export type Composed = { readonly post: ChannelPost } | { readonly post?: undefined; readonly reason: string };

/** A lane at work, for whoever need not know what is on it. */
export interface RunningLane {
  readonly plan: () => Promise<number>;
  /** Sends what may be sent now on one platform; resolves to how many were sent. */
  readonly drain: (sender: ChannelSender, signal: AbortSignal) => Promise<number>;
  readonly release: () => Promise<unknown>;
}
