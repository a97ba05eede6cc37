import type { ClaimedItem, DeliveryQueue, OutboxState } from '#announcing/outbox.ts';
import type { FactStatus } from '#facts/fact.ts';
import type { Watcher } from './watch.ts';

/** What a watcher is told of one issue, whole: nothing that changes later changes it. */
export interface NoticeContent {
  readonly issueTitle: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly issueLink?: string;
  /** The topics that it is about, as the watcher sees them. */
  readonly topics: readonly string[];
  readonly items: readonly NoticeItem[];
  /** How many more there are. */
  readonly more: number;
  /** Topics whose watch ends with this. */
  readonly ended: readonly string[];
}

export interface NoticeItem {
  readonly says: string;
  readonly status?: FactStatus;
  /** What was said before, where that was something else. */
  readonly before?: { readonly status: FactStatus; readonly issueId: string };
  readonly links: readonly { readonly url: string; readonly words: string }[];
}

/** A message to one watcher, ready to be queued. */
export interface NewNotice {
  /** What it is about: with the watcher and the issue it tells the message from all others. */
  readonly keys: readonly string[];
  readonly watcher: Watcher;
  readonly content: NoticeContent;
}

export interface ClaimedNotice extends ClaimedItem {
  readonly watcher: Watcher;
  readonly content: NoticeContent;
}

/** What an issue has said so far, and the messages that tell of it. */
export interface NoticeBoard extends DeliveryQueue<ClaimedNotice> {
  /** What is known of an issue. */
  readonly listKnown: (issueId: string) => Promise<readonly KnownStatement[]>;
  /** False until a first look at the archive was kept whole: what stands there by then is no news. */
  readonly hasBegun: () => Promise<boolean>;
  readonly begin: (nowMs: number) => Promise<void>;
  /**
   * Keeps what an issue says, queues the messages about it and ends the watches that end with them, all or nothing.
   * False, and nothing done, where some of it is known already: another process was quicker. A message that was queued
   * before, to the same watcher about the same, is not queued again.
   */
  readonly tell: (news: News, nowMs: number) => Promise<boolean>;
  readonly countByState: () => Promise<Readonly<Record<OutboxState, number>>>;
  /** The latest first. */
  readonly list: (limit: number) => Promise<readonly QueuedNotice[]>;
  /** What did not get there, or not for sure, or not yet though it was tried; what is held first. */
  readonly listStuck: (limit: number) => Promise<readonly StuckNotices[]>;
}

/** Messages that are stuck alike. Which persons they are for is told to nobody. */
export interface StuckNotices {
  readonly state: Extract<OutboxState, 'held' | 'waiting' | 'skipped'>;
  readonly platform: string;
  /** Undefined where they are for persons. */
  readonly channelId: string | undefined;
  /** Empty where they tell that a watch has ended. */
  readonly issueId: string;
  readonly reason: string;
  readonly messages: number;
}

export interface KnownStatement {
  /** Of the statement's own words. */
  readonly key: string;
  /** Of what it is about, where and how that stands: the same for one that is only worded otherwise. */
  readonly likeness: string;
}

/** What came of looking at an issue, or of watches that came to their end. */
export interface News {
  /** Empty where it is about none. */
  readonly issueId: string;
  readonly statements: readonly KnownStatement[];
  readonly notices: readonly NewNotice[];
  readonly endedWatchIds: readonly string[];
}

export interface QueuedNotice {
  readonly id: string;
  readonly watcher: Watcher;
  readonly issueId: string;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly messageId: string | undefined;
  readonly reason: string | undefined;
}
