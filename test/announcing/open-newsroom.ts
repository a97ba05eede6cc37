import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createAnnouncer } from '#announcing/delivering/announcer.ts';
import type { DeliveryParts } from '#announcing/delivering/delivery-parts.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import type { Issue } from '#newsletter/issue.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { keepLog } from '../fixtures/kept-log.ts';
import { makeFolder, parseAddress } from '../storage/store-address.ts';
import { openTinyChannels } from './tiny-channels.ts';

/** An announcer over a real store and a tiny platform, on a clock and with issues that the test sets. */
export async function openNewsroom(t: TestContext, given: Partial<DeliveryParts> = {}) {
  const url = `sqlite:${join(makeFolder(t), 'bot.sqlite')}`;
  const clock = { nowMs: 0 };
  const issues: Issue[] = [];
  const log = keepLog();
  const store = await openStore(parseAddress(url), { log, now: () => clock.nowMs });
  t.after(() => store.close());
  const channels = openTinyChannels();
  const { subscriptions, outbox, postedWords } = store;
  const stopping = new AbortController();
  let processes = 0;
  const startProcess = (changes: Partial<DeliveryParts> = {}) =>
    createAnnouncer({
      subscriptions,
      outbox,
      senders: [channels.sender],
      getIssues: () => issues,
      catchUpDays: 3,
      owner: `process ${++processes}`,
      log,
      metrics: noMetrics,
      now: () => clock.nowMs,
      random: () => 1,
      wait: (_ms, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
      signal: stopping.signal,
      ...given,
      ...changes,
    });
  return {
    clock,
    issues,
    log,
    subscriptions,
    outbox,
    postedWords,
    channels,
    stopping,
    startProcess,
    announcer: startProcess(),
  };
}
