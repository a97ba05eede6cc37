import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { ChannelSender } from '#announcing/channel-sender.ts';
import { createAnnouncer } from '#announcing/delivering/announcer.ts';
import { runLane } from '#announcing/delivering/run-lane.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import type { FactualIssue } from '#search/reading/order-facts.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { createNoticeLane } from '#watching/notice-lane.ts';
import { createNewsPlanner } from '#watching/plan-news.ts';
import { openTinyChannels } from '../announcing/tiny-channels.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { makeFolder, parseAddress } from '../storage/store-address.ts';

export const noon = Date.UTC(2031, 1, 21, 12);

/** Telling of news over a real store and a tiny platform, or a real sender, on a clock and with issues that the test sets. */
export async function openWatchRoom(
  t: TestContext,
  issues: readonly FactualIssue[] = [],
  given: { readonly sender?: ChannelSender; readonly now?: () => number } = {},
) {
  const clock = { nowMs: noon };
  const { now = () => clock.nowMs } = given;
  const log = keepLog();
  const store = await openStore(parseAddress(`sqlite:${join(makeFolder(t), 'bot.sqlite')}`), { log, now });
  t.after(() => store.close());
  const channels = openTinyChannels();
  const archive = { current: buildSnapshot(issues) };
  const { notices, watches, subscriptions, outbox } = store;

  /** A process begun anew, which remembers nothing but what is stored. */
  const startProcess = (quietMs = 0) => {
    const running = {
      owner: randomUUID(),
      log,
      metrics: noMetrics,
      now,
      random: () => 1,
      wait: (_ms: number, signal?: AbortSignal) =>
        new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve())),
      signal: new AbortController().signal,
    };
    const getSnapshot = () => archive.current;
    const plan = createNewsPlanner({ watches, notices, getSnapshot, timeZone: 'UTC', log, now, quietMs });
    const lane = runLane(createNoticeLane({ notices, watches, plan, now }), running);
    const senders = [given.sender ?? channels.sender];
    const getIssues = () => archive.current.issues;
    return createAnnouncer({
      ...running,
      subscriptions,
      outbox,
      senders,
      getIssues,
      catchUpDays: 3,
      otherLanes: [lane],
    });
  };
  const publish = (...published: readonly FactualIssue[]) => {
    archive.current = buildSnapshot(published);
  };
  return { clock, log, store, archive, notices, watches, channels, startProcess, publish, announcer: startProcess() };
}
