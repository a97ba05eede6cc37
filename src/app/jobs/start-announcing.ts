import { randomUUID } from 'node:crypto';
import type { ChannelSender } from '#announcing/channel-sender.ts';
import { createConfiguredSubscriber } from '#announcing/channels/configured-subscriber.ts';
import { createSubscriptionDesk, type SubscriptionDesk } from '#announcing/channels/subscription-desk.ts';
import { createAnnouncer } from '#announcing/delivering/announcer.ts';
import { runOneAtATime } from '#announcing/delivering/run-one-at-a-time.ts';
import { mendStoredDates } from '#announcing/schedule/mend-due.ts';
import { nameChannel } from '#announcing/subscription.ts';
import type { RunningPart } from '#app/process/running-part.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import type { Tools } from '#conversation/ports/tools.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Store } from '#storage/store.ts';
import type { WatchDesk } from '#watching/watch-desk.ts';
import { correctWhenQuiet } from './correct-when-quiet.ts';
import { prepareWatching } from './prepare-watching.ts';
import { startTicking } from './start-ticking.ts';

/** Announcements, not begun yet. */
export interface Announcing {
  readonly desk: SubscriptionDesk;
  readonly watching: WatchDesk;
  /** Begins to look, once a minute, what is due. */
  readonly start: () => RunningPart;
}

/** What announcing works with. */
export interface AnnouncingParts {
  readonly settings: Pick<PlatformSettings, 'announce'>;
  readonly store: Store;
  readonly senders: readonly ChannelSender[];
  readonly tools: Tools;
  readonly getSnapshot: () => Snapshot;
  /** Reads the folder of issues anew; left out where it never changes. */
  readonly refresh?: () => Promise<void>;
}

const MINUTE_MS = 60_000;
/** A clock that was set back by more has moved due dates into a far future. */
const SET_BACK_MS = 60_000;
/** A folder that answers later, on a disk that hangs, does not keep dates from being served. */
const LONGEST_LOOK_MS = 20_000;

/** Prepares announcing with every sender. */
export function prepareAnnouncing({
  settings,
  store,
  senders,
  tools,
  getSnapshot,
  refresh,
}: AnnouncingParts): Announcing {
  const { log, now, wait } = tools;
  const stopping = new AbortController();
  const { signal } = stopping;
  const { defaultSchedule, channels, catchUpDays } = settings.announce;
  const { subscriptions, outbox } = store;
  const shared = {
    ...tools,
    subscriptions,
    outbox,
    senders,
    getIssues: () => getSnapshot().issues,
    factsOf: (issueId: string) => getSnapshot().factsOf(issueId),
  };
  const running = { ...tools, owner: randomUUID(), signal };
  const watching = prepareWatching({ settings: settings.announce, store, senders, getSnapshot, running });
  const { tryHold } = store.locks;
  const announcer = createAnnouncer({
    ...shared,
    ...running,
    otherLanes: [watching.lane],
    posted: store.postedWords,
    ...(refresh ? { lookAnew: () => Promise.race([refresh(), wait(LONGEST_LOOK_MS, signal)]) } : {}),
    catchUpDays,
    tryHold,
  });
  const correct = correctWhenQuiet({
    ...shared,
    posted: store.postedWords,
    correctDays: settings.announce.correctDays,
    quietMs: settings.announce.quietMinutes * MINUTE_MS,
    getSnapshot,
    tryHold,
    signal,
  });
  const configured = createConfiguredSubscriber({ ...shared, channels });
  const configuredNames = new Set(channels.map(nameChannel));
  const desk = createSubscriptionDesk({
    ...shared,
    defaultSchedule,
    isConfigured: (channel) => configuredNames.has(nameChannel(channel)),
    deliverSoon: () => void announcer.tick(),
  });
  let lastTickMs = now();
  let isMended = false;

  async function onTick(): Promise<void> {
    if (now() < lastTickMs - SET_BACK_MS) isMended = false;
    lastTickMs = now();
    if (!isMended) isMended = await mend();
    await configured.apply();
    await announcer.tick();
    await watching.refresh();
    // Very many edits take long, and no post waits for them.
    void correct();
  }

  async function mend(): Promise<boolean> {
    try {
      await mendStoredDates(shared);
      return true;
    } catch (error) {
      log.error('The due dates could not be looked through; the next minute tries again.', { error });
      return false;
    }
  }

  return {
    desk,
    watching: watching.desk,
    start() {
      const ticking = startTicking(runOneAtATime(onTick), tools);
      return {
        name: 'announcing',
        lastBeatMs: announcer.lastRoundMs,
        async stop() {
          stopping.abort();
          await ticking.stop();
          await correct();
          await announcer.stop();
        },
      };
    },
  };
}
