import type { ChannelSender } from '#announcing/channel-sender.ts';
import type { RunningParts } from '#announcing/delivering/delivery-parts.ts';
import type { RunningLane } from '#announcing/delivering/lane.ts';
import { runLane } from '#announcing/delivering/run-lane.ts';
import type { AnnounceSettings } from '#app/settings/announcing.ts';
import type { Snapshot } from '#search/snapshot.ts';
import type { Store } from '#storage/store.ts';
import { createNoticeLane } from '#watching/notice-lane.ts';
import { createNewsPlanner } from '#watching/plan-news.ts';
import { createWatchDesk, type WatchDesk } from '#watching/watch-desk.ts';

/** What telling news works with. */
export interface WatchingParts {
  readonly settings: AnnounceSettings;
  readonly store: Pick<Store, 'watches' | 'notices'>;
  readonly senders: readonly ChannelSender[];
  readonly getSnapshot: () => Snapshot;
  readonly running: RunningParts;
}

/** Telling news, for whoever ticks. */
export interface Watching {
  readonly desk: WatchDesk;
  readonly lane: RunningLane;
  /** Looks anew who cannot be told. Never rejects. */
  readonly refresh: () => Promise<void>;
}

const MINUTE_MS = 60_000;

/** Prepares it with every sender. */
export function prepareWatching({ settings, store, senders, getSnapshot, running }: WatchingParts): Watching {
  const { watches, notices } = store;
  const { log, now } = running;
  const desk = createWatchDesk({ watches, senders, now });
  const plan = createNewsPlanner({
    watches,
    notices,
    getSnapshot,
    timeZone: settings.defaultSchedule.timeZone,
    log,
    now,
    quietMs: settings.quietMinutes * MINUTE_MS,
  });
  return {
    desk,
    lane: runLane(createNoticeLane({ notices, watches, plan, now }), running),
    async refresh() {
      try {
        await desk.refresh();
      } catch (error) {
        log.warn('Who cannot be told of news could not be looked up; the next minute tries again.', { error });
      }
    },
  };
}
