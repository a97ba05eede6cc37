import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { FactsOf } from '#announcing/digest/compose-post.ts';
import type { Outbox } from '#announcing/outbox.ts';
import type { PostedWords } from '#announcing/posted-words.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { NamedLocks } from '#conversation/ports/named-locks.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Issue } from '#newsletter/issue.ts';
import type { RunningLane } from './lane.ts';

/** What delivering works with, whatever it is. */
export interface RunningParts extends Tools {
  /** A name that no other process has, nor this one after a restart. */
  readonly owner: string;
  /** Aborts when the process stops: what is on the wire is finished, nothing new is begun. */
  readonly signal: AbortSignal;
}

/** What announcing works with. */
export interface DeliveryParts extends RunningParts {
  readonly outbox: Outbox;
  readonly subscriptions: SubscriptionRegistry;
  /** Where it is kept what a post says, for it to be corrected; left out, none is. */
  readonly posted?: Pick<PostedWords, 'note' | 'replace'>;
  /** One for each platform that is set up. */
  readonly senders: readonly ChannelSender[];
  readonly getIssues: () => readonly Issue[];
  /** Looks at the folder of issues anew, before a date is served; left out where issues never change. Never rejects. */
  readonly lookAnew?: () => Promise<void>;
  /** An issue's reviewed facts, for the signs in its post; left out, it has none. */
  readonly factsOf?: FactsOf;
  /** What else is delivered, by the same rounds: behind the issues, in this order. */
  readonly otherLanes?: readonly RunningLane[];
  /** How many days after its due date a post may still come. */
  readonly catchUpDays: number;
  /** Holds what only one replica may do at a time; undefined while another one does it. Left out where there is one only. */
  readonly tryHold?: NamedLocks['tryHold'];
}
