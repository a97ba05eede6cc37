import { existsSync } from 'node:fs';
import { unsubscribedReason } from '#announcing/channels/subscription-desk.ts';
import { type OutboxPost, type OutboxState, outboxStates } from '#announcing/outbox.ts';
import type { Subscription } from '#announcing/subscription.ts';
import { eachSubscription } from '#announcing/subscription-registry.ts';
import { createTextLog } from '#app/logging/text-log.ts';
import { checkPlatformSettings } from '#app/settings/platforms.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { openArchive } from '#archive/open-archive.ts';
import { openStore } from '#storage/opening/open-store.ts';
import type { Store } from '#storage/store.ts';
import { announceNow } from './announce-now.ts';
import { composeNewsReport, composeOutboxReport } from './compose-report.ts';
import { showForecast } from './show-forecast.ts';

/** What is asked of the announcements. */
export interface AnnounceRequest {
  readonly mode: 'dry-run' | 'now' | 'status';
  readonly platform: string | undefined;
  readonly issueId: string | undefined;
  readonly contentFolder: string;
}

const POSTS_SHOWN = 20;
const STUCK_SHOWN = 1_000;

/** Shows or runs announcements from the command line; resolves to the exit code. */
export async function runAnnounce(request: AnnounceRequest, surroundings: Surroundings): Promise<number> {
  const { environment, workingFolder, streams, platforms } = surroundings;
  const { settings, problems } = checkPlatformSettings(environment, workingFolder, platforms);
  if (settings === undefined) {
    streams.errors.write(`${problems.join('\n')}\n`);
    return 1;
  }
  const log = createTextLog(streams.errors);
  await using archive = await openArchive({ dir: request.contentFolder, log });
  if (request.mode === 'now') return await announceNow({ platform: request.platform, settings, archive }, surroundings);
  const { database } = settings;
  // Looking must not make the store of a bot that has never run.
  const isThere = database.engine !== 'sqlite' || existsSync(database.path);
  await using store = isThere ? await openStore(database, { log, now: Date.now }) : undefined;
  const write = (lines: readonly string[]) => streams.output.write(lines.map((line) => `${line}\n`).join(''));
  if (request.mode === 'dry-run') return await showForecast(request, { settings, archive, store, write });
  if (store === undefined) {
    write([`There is no ${database.place}: nothing was ever planned.`]);
    return 0;
  }
  write([...(await reportOutbox(store)), '', ...(await reportNews(store))]);
  return 0;
}

async function reportOutbox(store: Store): Promise<string[]> {
  const counts = await store.outbox.countByState();
  const posts = new Map<OutboxState, readonly OutboxPost[]>();
  for (const state of outboxStates) {
    // Each that is held is for a person to look after: none is left out.
    const limit = state === 'held' ? Math.max(1, counts.held) : POSTS_SHOWN;
    posts.set(state, await store.outbox.list({ states: [state], limit }));
  }
  const paused: Subscription[] = [];
  for await (const subscription of eachSubscription(store.subscriptions)) {
    const { pausedReason } = subscription;
    if (pausedReason !== undefined && pausedReason !== unsubscribedReason) paused.push(subscription);
  }
  return composeOutboxReport(counts, posts, paused);
}

async function reportNews({ notices }: Pick<Store, 'notices'>): Promise<string[]> {
  return composeNewsReport(await notices.countByState(), await notices.listStuck(STUCK_SHOWN));
}
