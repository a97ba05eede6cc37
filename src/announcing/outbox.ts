import type { ChannelKey } from './subscription.ts';
import type { DueStep } from './subscription-registry.ts';

/** What is to be sent. Whoever sends one claims it first and says afterwards what came of it. */
export interface DeliveryQueue<Item extends OutboxClaim> {
  /**
   * Takes up to `limit` that may be tried now, or whose claim has run out, the longest waiting first. The attempt
   * is counted before anything is sent. None is ever in two hands, whoever else claims at the same time.
   */
  readonly claim: (request: ClaimRequest) => Promise<readonly Item[]>;

  // These resolve to false, with nothing done, once somebody else has taken it over.
  readonly markSent: (claim: OutboxClaim, messageId: string, nowMs: number) => Promise<boolean>;
  /** `mayHaveArrived`: this attempt, or an earlier one that was not ruled out since. */
  readonly retryLater: (
    claim: OutboxClaim,
    retry: {
      readonly nextTryMs: number;
      readonly reason: string;
      readonly mayHaveArrived: boolean;
      /** The message that stands already, where only something after it failed. */
      readonly messageId?: string | undefined;
    },
  ) => Promise<boolean>;
  /** In doubt, with no way to find out: never sent again, and listed. */
  readonly hold: (claim: OutboxClaim, reason: string) => Promise<boolean>;
  /** Certainly not sent, and no longer wanted; may be planned again. */
  readonly skip: (claim: OutboxClaim, reason: string) => Promise<boolean>;
  readonly extendLease: (claim: OutboxClaim, leaseUntilMs: number) => Promise<boolean>;

  /** Gives back what this owner has claimed and not begun to send; call it when nothing is on the wire any more. */
  readonly release: (owner: string, nowMs: number) => Promise<number>;
}

/**
 * What is to be posted where: one post for each issue and channel, for ever. `waiting` and `claimed` are open, the other
 * states are final.
 */
export interface Outbox extends DeliveryQueue<ClaimedPost> {
  /**
   * Moves each channel to its next due date and puts its post into the outbox, all or nothing. A channel whose due date
   * is no longer the one that was read, or that is paused or gone, is left out. A post that exists is left as it is,
   * unless it was skipped. Resolves to the number of posts that are now waiting because of this plan.
   */
  readonly plan: (channels: readonly ChannelPlan[], nowMs: number) => Promise<number>;
  /** The latest due first. */
  readonly list: (filter: OutboxFilter) => Promise<readonly OutboxPost[]>;
  readonly countByState: () => Promise<Readonly<Record<OutboxState, number>>>;
}

export const outboxStates = ['waiting', 'claimed', 'sent', 'held', 'skipped'] as const;
export type OutboxState = (typeof outboxStates)[number];

/** What is posted: an issue in full, and earlier ones that the channel has not seen, a line each. */
export interface PostContent {
  readonly issueId: string;
  readonly earlierIssueIds: readonly string[];
  /** The date for which it was planned. */
  readonly dueMs: number;
}

/** One channel's step to its next due date, with what is to be posted on the way, if anything. */
export interface ChannelPlan extends ChannelKey, DueStep {
  readonly post: Omit<PostContent, 'dueMs'> | undefined;
}

export interface ClaimRequest {
  /** One at a time is fastest when very many posts wait. */
  readonly platforms: readonly string[];
  readonly limit: number;
  readonly nowMs: number;
  /** After so long without an `extendLease`, anybody may take the post over. */
  readonly leaseMs: number;
  /** A name that no other process has, nor this one after a restart. */
  readonly owner: string;
}

/** Proof of a claim: an old one is refused, even from the same owner. */
export interface OutboxClaim {
  /** Made from platform, channel and issue: 22 letters, digits, `-` or `_`; the same even in a database begun anew. */
  readonly id: string;
  readonly owner: string;
  readonly attempts: number;
}

/** Something in hand, as far as getting it there is concerned; `channelId`: of whoever it is for. */
export interface ClaimedItem extends OutboxClaim, ChannelKey {
  readonly issueId: string;
  /** When the first earlier attempt began that may have arrived; undefined when certainly none has. */
  readonly unsureSinceMs: number | undefined;
  /** The message that stands already: only something after it is still to be done. */
  readonly messageId: string | undefined;
  readonly plannedMs: number;
}

export interface ClaimedPost extends ClaimedItem, PostContent {}

export interface OutboxPost extends Omit<ClaimedPost, 'owner'> {
  readonly state: OutboxState;
  readonly owner: string | undefined;
  /** When it may be tried next; for a claimed one, when its lease ends; undefined in a final state. */
  readonly nextTryMs: number | undefined;
  /** Why it is held or skipped, or why the last attempt did not succeed. */
  readonly reason: string | undefined;
  readonly sentMs: number | undefined;
}

export interface OutboxFilter {
  /** All states when left out. */
  readonly states?: readonly OutboxState[];
  readonly channel?: ChannelKey;
  readonly limit: number;
}
