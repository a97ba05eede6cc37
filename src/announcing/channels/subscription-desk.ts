import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { Outbox, OutboxPost } from '#announcing/outbox.ts';
import { type DatedIssue, findNewestPublished, findStartingPoint } from '#announcing/planning/plan-due.ts';
import { nextDue, nextDues } from '#announcing/schedule/next-due.ts';
import { parseSchedule } from '#announcing/schedule/parse-schedule.ts';
import { type ChannelKey, isSameSchedule, type Subscription, type WeeklySchedule } from '#announcing/subscription.ts';
import type { SubscriptionRegistry } from '#announcing/subscription-registry.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Place } from '#conversation/request.ts';
import { isLaterIssue } from '#newsletter/days/issue-order.ts';

/** The channel that somebody types in. */
export type ChannelAsked = Omit<Place, 'isDirect' | 'isManager'>;

/** What the desk works with. */
export interface SubscriptionDeskParts extends Pick<Tools, 'now'> {
  readonly subscriptions: SubscriptionRegistry;
  readonly outbox: Outbox;
  readonly senders: readonly ChannelSender[];
  readonly getIssues: () => readonly DatedIssue[];
  /** For what somebody leaves out. */
  readonly defaultSchedule: WeeklySchedule;
  /** Whether the operator has set up the channel, so that it would come back by itself. */
  readonly isConfigured: (channel: ChannelKey) => boolean;
  /** Sends what waits, soon. */
  readonly deliverSoon: () => void;
}

type Change = 'new' | 'resumed' | 'changed' | 'unchanged';

export type SubscribeResult =
  | {
      readonly kind: 'subscribed';
      readonly subscription: Subscription;
      readonly nextDuesMs: readonly number[];
      readonly change: Change;
      readonly warning: string | undefined;
    }
  /** The schedule was not understood, or the bot can't post there; a sentence with the remedy. */
  | { readonly kind: 'refused'; readonly problem: string };

export type PostLatestResult =
  | { readonly kind: 'planned'; readonly issueId: string }
  | { readonly kind: 'planned-before'; readonly issueId: string; readonly post: OutboxPost | undefined }
  | { readonly kind: 'paused'; readonly reason: string }
  | { readonly kind: 'no-issue' | 'not-subscribed' };

/** Subscribing and what belongs to it, for people who type in a channel. */
export interface SubscriptionDesk {
  readonly subscribe: (channel: ChannelAsked, scheduleText: string) => Promise<SubscribeResult>;
  /** False when the channel was not subscribed. */
  readonly unsubscribe: (channel: ChannelKey) => Promise<boolean>;
  /** Those of a server or workspace. */
  readonly list: (platform: string, workspaceId: string) => Promise<readonly Subscription[]>;
  /** Posts the newest issue in a subscribed channel now, unless it was there before. */
  readonly postLatest: (channel: ChannelKey) => Promise<PostLatestResult>;
}

const DATES_SHOWN = 3;
const POSTS_SEARCHED = 20;
/** Marks a channel that the configuration names and people do not want; as good as no subscription. */
export const unsubscribedReason = 'Somebody in the channel has unsubscribed it.';

/** Makes the desk over the store and the platforms' senders. */
export function createSubscriptionDesk(parts: SubscriptionDeskParts): SubscriptionDesk {
  const { subscriptions, outbox, senders, getIssues, now, defaultSchedule, isConfigured, deliverSoon } = parts;

  return {
    async subscribe({ platform, channelId, workspaceId, askerId }, scheduleText) {
      const before = await subscriptions.find({ platform, channelId });
      const reading = parseSchedule(scheduleText, before?.schedule ?? defaultSchedule);
      if (reading.schedule === undefined) return { kind: 'refused', problem: reading.problem };
      const { schedule } = reading;
      const sender = senders.find((one) => one.platform === platform);
      if (sender === undefined) return { kind: 'refused', problem: 'Issues cannot be posted here.' };
      const check = await sender.checkChannel(channelId, workspaceId, askerId);
      if (!check.canPost) return { kind: 'refused', problem: check.problem };
      // The check went over the network: meanwhile a date may have been served.
      const known = await subscriptions.find({ platform, channelId });
      const nextDuesMs = nextDues(schedule, now(), DATES_SHOWN);
      const change = nameChange(known, schedule);
      const subscription: Subscription = {
        platform,
        channelId,
        workspaceId: check.workspaceId,
        schedule,
        roleToPing: known?.roleToPing,
        origin: 'chat',
        nextDueMs: known && change === 'unchanged' ? known.nextDueMs : nextDue(schedule, now()),
        // Who changes the time has seen what the channel has seen; after a pause, what was missed comes as one post.
        seenIssueId: known && change !== 'new' ? known.seenIssueId : findStartingPoint(getIssues(), schedule, now()),
        pausedReason: undefined,
        createdMs: known?.createdMs ?? now(),
      };
      await subscriptions.save(subscription);
      return { kind: 'subscribed', subscription, nextDuesMs, change, warning: check.warning };
    },

    async unsubscribe(channel) {
      const known = await subscriptions.find(channel);
      if (known === undefined || known.pausedReason === unsubscribedReason) return false;
      await subscriptions.remove(channel);
      // Kept as a refusal, or the configuration would subscribe it again at the next start.
      if (isConfigured(channel)) {
        await subscriptions.save({ ...known, origin: 'chat', pausedReason: unsubscribedReason });
      }
      return true;
    },

    async list(platform, workspaceId) {
      const all = await subscriptions.listByWorkspace(platform, workspaceId);
      return all.filter(({ pausedReason }) => pausedReason !== unsubscribedReason);
    },

    async postLatest(channel) {
      const subscription = await subscriptions.find(channel);
      if (subscription === undefined || subscription.pausedReason === unsubscribedReason) {
        return { kind: 'not-subscribed' };
      }
      const { nextDueMs, pausedReason, schedule, seenIssueId = '' } = subscription;
      if (pausedReason !== undefined) return { kind: 'paused', reason: pausedReason };
      const issueId = findNewestPublished(getIssues(), now(), schedule.timeZone);
      if (issueId === undefined) return { kind: 'no-issue' };
      const step = {
        dueMs: nextDueMs,
        nextDueMs,
        seenIssueId: isLaterIssue(issueId, seenIssueId) ? issueId : undefined,
      };
      const planned = await outbox.plan([{ ...channel, ...step, post: { issueId, earlierIssueIds: [] } }], now());
      deliverSoon();
      if (planned > 0) return { kind: 'planned', issueId };
      const posts = await outbox.list({ channel, limit: POSTS_SEARCHED });
      return { kind: 'planned-before', issueId, post: posts.find((post) => post.issueId === issueId) };
    },
  };
}

function nameChange(known: Subscription | undefined, schedule: WeeklySchedule): Change {
  if (known === undefined || known.pausedReason === unsubscribedReason) return 'new';
  if (known.pausedReason !== undefined) return 'resumed';
  return isSameSchedule(known.schedule, schedule) ? 'unchanged' : 'changed';
}
