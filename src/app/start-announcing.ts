import { randomUUID } from 'node:crypto';
import { createAnnouncer } from '#announcing/announcer.ts';
import { createConfiguredChannels } from '#announcing/configured-channels.ts';
import { mendDues } from '#announcing/mend-dues.ts';
import { runOneAtATime } from '#announcing/run-one-at-a-time.ts';
import { nameChannel } from '#announcing/subscription.ts';
import { createSubscriptionDesk, type SubscriptionDesk } from '#announcing/subscription-desk.ts';
import type { JobParts } from './job-parts.ts';
import { openSenders, type SenderParts } from './open-senders.ts';
import type { RunningPart } from './running-part.ts';
import { startTicking } from './start-ticking.ts';
import { wait } from './wait.ts';

/** Announcements, not begun yet. */
export interface Announcing {
  readonly desk: SubscriptionDesk;
  /** Begins to look, once a minute, what is due. */
  readonly start: () => RunningPart;
}

/** What announcing works with. */
export type AnnouncingParts = Omit<JobParts, 'platforms'> &
  Pick<SenderParts, 'knownChannels' | 'discordGuard' | 'slackQueue'>;

/** A clock that was set back by more has moved due dates into a far future. */
const setBackMs = 60_000;

/** Prepares announcing on every platform that is set up. */
export async function prepareAnnouncing({
  settings,
  store,
  log,
  metrics,
  now,
  getSnapshot,
  knownChannels,
  discordGuard,
  slackQueue,
}: AnnouncingParts): Promise<Announcing> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const { defaultSchedule, channels, catchUpDays } = settings.announce;
  const { subscriptions, outbox } = store;
  const waitHere = (ms: number) => wait(ms, signal);
  const shares = { knownChannels, discordGuard, slackQueue, signal };
  const senders = await openSenders({ settings, store, ...shares, log, now, wait: waitHere });
  const shared = {
    subscriptions,
    outbox,
    senders,
    getIssues: () => getSnapshot().issues,
    factsOf: (issueId: string) => getSnapshot().factsByIssue.get(issueId) ?? [],
    log,
    now,
  };
  const owner = randomUUID();
  const { tryHold } = store.locks;
  const announcer = createAnnouncer({
    ...shared,
    catchUpDays,
    owner,
    tryHold,
    metrics,
    random: Math.random,
    wait,
    signal,
  });
  const configured = createConfiguredChannels({ ...shared, channels });
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
    if (now() < lastTickMs - setBackMs) isMended = false;
    lastTickMs = now();
    if (!isMended) isMended = await mend();
    await configured.apply();
    await announcer.tick();
  }

  async function mend(): Promise<boolean> {
    try {
      await mendDues(shared);
      return true;
    } catch (error) {
      log.error('The due dates could not be looked through; the next minute tries again.', { error });
      return false;
    }
  }

  return {
    desk,
    start() {
      const ticking = startTicking({ onTick: runOneAtATime(onTick), log, now, wait });
      return {
        name: 'announcing',
        lastBeatMs: announcer.lastRoundMs,
        async stop() {
          stopping.abort();
          await ticking.stop();
          await announcer.stop();
        },
      };
    },
  };
}
