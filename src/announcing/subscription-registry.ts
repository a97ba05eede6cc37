import type { ChannelKey, Subscription } from './subscription.ts';

const PAGE = 500;

/** Which channels want new issues, and when each is due next. */
export interface SubscriptionRegistry {
  /** Adds it, or puts it whole in the place of the one that the channel had. */
  readonly save: (subscription: Subscription) => Promise<void>;
  /** Takes it away, and skips the posts that wait for the channel. False when there was none. */
  readonly remove: (channel: ChannelKey) => Promise<boolean>;
  readonly find: (channel: ChannelKey) => Promise<Subscription | undefined>;
  /** By channel. */
  readonly listByWorkspace: (platform: string, workspaceId: string) => Promise<readonly Subscription[]>;
  /** Those of these platforms, not paused, whose date has come; the longest overdue first. */
  readonly listDue: (platforms: readonly string[], nowMs: number, limit: number) => Promise<readonly Subscription[]>;
  /** All, by platform and channel, from the one behind `after` on. */
  readonly listAll: (after: ChannelKey | undefined, limit: number) => Promise<readonly Subscription[]>;
  /** Serves a due date that has nothing to post. False, and nothing done, when `dueMs` is no longer what is stored. */
  readonly advance: (channel: ChannelKey, step: DueStep) => Promise<boolean>;
  /** True the first time, so that it is told once; false when it is paused already or gone. */
  readonly pause: (channel: ChannelKey, reason: string) => Promise<boolean>;
}

/** From one due date to the next. Whoever comes second with the same `dueMs` finds it taken. */
export interface DueStep {
  /** The date as it was read. */
  readonly dueMs: number;
  readonly nextDueMs: number;
  /** What the channel has seen from now on; undefined leaves it as it is. */
  readonly seenIssueId: string | undefined;
}

/** All subscriptions, read a page at a time. */
export async function* eachSubscription(
  subscriptions: Pick<SubscriptionRegistry, 'listAll'>,
): AsyncGenerator<Subscription> {
  let last: Subscription | undefined;
  do {
    const some = await subscriptions.listAll(last, PAGE);
    yield* some;
    last = some.length < PAGE ? undefined : some.at(-1);
  } while (last);
}
