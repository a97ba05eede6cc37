import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { FactsOf } from '#announcing/digest/compose-post.ts';
import type { Outbox } from '#announcing/outbox.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Issue } from '#newsletter/issue.ts';

/** What announcing works with. */
export interface DeliveryParts extends Tools {
  readonly outbox: Outbox;
  readonly subscriptions: SubscriptionRegistry;
  /** One for each platform that is set up. */
  readonly senders: readonly ChannelSender[];
  readonly getIssues: () => readonly Issue[];
  /** Looks at the folder of issues anew, before a date is served; left out where issues never change. Never rejects. */
  readonly lookAnew?: () => Promise<void>;
  /** An issue's reviewed facts, for the signs in its post; left out, it has none. */
  readonly factsOf?: FactsOf;
  /** How many days after its due date a post may still come. */
  readonly catchUpDays: number;
  /** A name that no other process has, nor this one after a restart. */
  readonly owner: string;
  /** Holds what only one replica may do at a time; undefined while another one does it. Left out where there is one only. */
  readonly tryHold?: (name: string) => Promise<HeldTurn | undefined>;
  /** Aborts when the process stops: what is on the wire is finished, nothing new is begun. */
  readonly signal: AbortSignal;
}

/** A turn that is held until it is released, or lost. */
export interface HeldTurn {
  readonly lost: AbortSignal;
  readonly release: () => Promise<void>;
}
