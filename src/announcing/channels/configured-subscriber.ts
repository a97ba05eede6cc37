import type { ChannelSender } from '#announcing/channel-sender.ts';
import { type DatedIssue, findStartingPoint } from '#announcing/planning/plan-due.ts';
import { nextDue } from '#announcing/schedule/next-due.ts';
import { isSameSchedule, nameChannel, type Subscription } from '#announcing/subscription.ts';
import { eachSubscription } from '#announcing/subscription-registry.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { ConfiguredChannel } from './configured-channel.ts';
import type { SubscriptionDeskParts } from './subscription-desk.ts';

/** What configured channels are subscribed with. */
export interface ConfiguredSubscriberParts
  extends Pick<Tools, 'log'>,
    Pick<SubscriptionDeskParts, 'subscriptions' | 'senders' | 'getIssues' | 'now'> {
  readonly channels: readonly ConfiguredChannel[];
}

const HOUR_MS = 60 * 60_000;
/** A channel that could not be subscribed is tried again after this. */
const TRY_AGAIN_MS = 10 * 60_000;

/**
 * Keeps the subscriptions that the configuration names: makes them, changes them with it, ends them when it names them no
 * more. What people chose in a channel stays as they chose it. The result is called about once a minute, and never rejects.
 */
export function createConfiguredSubscriber(parts: ConfiguredSubscriberParts): { readonly apply: () => Promise<void> } {
  const { channels, log, now } = parts;
  const nextLookMs = new Map<ConfiguredChannel, number>(channels.map((channel) => [channel, 0]));
  const told = new Map<ConfiguredChannel, string>();
  let isTidied = false;

  const look = async (channel: ConfiguredChannel) => {
    const problem = await subscribe(channel, parts);
    const { platform, channelId } = channel;
    if (problem !== undefined && told.get(channel) !== problem) {
      log.warn('A channel of ANNOUNCE_CHANNELS cannot be subscribed; it is tried again.', {
        platform,
        channelId,
        problem,
      });
    }
    if (problem === undefined) told.delete(channel);
    else told.set(channel, problem);
    nextLookMs.set(channel, now() + (problem === undefined ? HOUR_MS : TRY_AGAIN_MS));
  };

  return {
    async apply() {
      try {
        if (!isTidied) await endUnnamed(parts);
        isTidied = true;
        for (const [channel, lookMs] of nextLookMs)
          if (lookMs <= now() || lookMs > now() + HOUR_MS) await look(channel);
      } catch (error) {
        log.error('The channels of ANNOUNCE_CHANNELS could not be seen to; the next minute tries again.', { error });
      }
    },
  };
}

/** Undefined when all is well, else why not. */
async function subscribe(
  { platform, channelId, schedule, roleToPing }: ConfiguredChannel,
  { subscriptions, senders, getIssues, log, now }: ConfiguredSubscriberParts,
): Promise<string | undefined> {
  const known = await subscriptions.find({ platform, channelId });
  if (known?.origin === 'chat') {
    // When to post is for the people there to choose, whom to ping never is.
    if (known.roleToPing !== roleToPing) await subscriptions.save({ ...known, roleToPing });
    return undefined;
  }
  const hasSchedule = known !== undefined && isSameSchedule(known.schedule, schedule);
  if (hasSchedule && known.roleToPing === roleToPing && known.pausedReason === undefined) return undefined;
  const sender = senders.find((one) => one.platform === platform);
  if (sender === undefined) return 'The platform has no token here.';
  const check = await checkChannel(sender, channelId, known?.workspaceId);
  if ('problem' in check) return check.problem;
  const { workspaceId } = check;
  const parts = { known, workspaceId, issues: getIssues(), nowMs: now() };
  await subscriptions.save(subscribeConfigured({ platform, channelId, schedule, roleToPing }, parts));
  log.info('A channel of ANNOUNCE_CHANNELS is subscribed.', { platform, channelId });
  return undefined;
}

/** Those that a start has yet to subscribe. */
export function listToCome(
  channels: readonly ConfiguredChannel[],
  subscriptions: readonly Pick<Subscription, 'platform' | 'channelId'>[],
): readonly ConfiguredChannel[] {
  const known = new Set(subscriptions.map(nameChannel));
  return channels.filter((channel) => !known.has(nameChannel(channel)));
}

/** The subscription that a start makes of a configured channel, or of what is known of it. */
export function subscribeConfigured(
  channel: ConfiguredChannel,
  {
    known,
    workspaceId,
    issues,
    nowMs,
  }: {
    readonly known: Subscription | undefined;
    readonly workspaceId: string;
    readonly issues: readonly DatedIssue[];
    readonly nowMs: number;
  },
): Subscription {
  const { schedule } = channel;
  const isOnTime = known !== undefined && isSameSchedule(known.schedule, schedule) && known.nextDueMs > nowMs;
  return {
    ...channel,
    workspaceId,
    origin: 'configuration',
    nextDueMs: isOnTime ? known.nextDueMs : nextDue(schedule, nowMs),
    seenIssueId: known ? known.seenIssueId : findStartingPoint(issues, schedule, nowMs),
    pausedReason: undefined,
    createdMs: known?.createdMs ?? nowMs,
  };
}

async function checkChannel(sender: ChannelSender, channelId: string, workspaceId: string | undefined) {
  try {
    const check = await sender.checkChannel(channelId, workspaceId, undefined);
    return check.canPost ? { workspaceId: check.workspaceId } : { problem: check.problem };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Ends what an earlier configuration has subscribed and this one does not name. */
async function endUnnamed({ channels, subscriptions, senders, log }: ConfiguredSubscriberParts): Promise<void> {
  const named = new Set(channels.map(nameChannel));
  const served = new Set(senders.map(({ platform }) => platform));
  for await (const subscription of eachSubscription(subscriptions)) {
    const { platform, channelId, origin, roleToPing } = subscription;
    if (!served.has(platform) || named.has(nameChannel(subscription))) continue;
    if (origin === 'chat') {
      if (roleToPing !== undefined) await subscriptions.save({ ...subscription, roleToPing: undefined });
      continue;
    }
    await subscriptions.remove({ platform, channelId });
    log.info('A channel is in ANNOUNCE_CHANNELS no more; its subscription has ended.', { platform, channelId });
  }
}
