// The bot of the soak, in a process of its own, so that what the local servers remember is not taken for its memory.

import { createAnnouncer } from '#announcing/delivering/announcer.ts';
import type { FollowUp } from '#answering/question/topic.ts';
import { keepPlatformRunning } from '#app/connecting/keep-platform-running.ts';
import { createProcessLog } from '#app/logging/process-log.ts';
import { listSenders } from '#app/opening/open-platforms.ts';
import { stopInTime } from '#app/process/stop-in-time.ts';
import { createTools } from '#app/process/tools.ts';
import { createOffers } from '#app/responding/offers.ts';
import { createResponder } from '#app/responding/responder.ts';
import { createReaderKeys } from '#app/settings/secret-key.ts';
import { noTrace } from '#conversation/ports/trace.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { openDiscordPlatform } from '#platforms/discord/listening/open.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { openSlackPlatform } from '#platforms/slack/listening/open.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { createQuestionBudget } from '#traffic/question-budget.ts';
import { inventWeek } from './invent-week.ts';

export interface SoakSettings {
  readonly slack: SlackSettings;
  readonly discord: DiscordSettings;
  readonly databasePath: string;
  /** Issues of so many weeks are there; each is published when the announcer's clock comes to it. */
  readonly weeks: number;
  /** The announcer's clock at the start. */
  readonly startMs: number;
}

/** What the bot is told. */
export type SoakOrder =
  | { readonly kind: 'measure' }
  | { readonly kind: 'turn-clock'; readonly byMs: number }
  | { readonly kind: 'stop' };

/** How much the bot holds, after a collection. */
export interface SoakMeasure {
  readonly heapBytes: number;
  readonly residentBytes: number;
  /** What the event loop waits for, by kind. */
  readonly resources: Readonly<Record<string, number>>;
}

const { slack, discord, databasePath, weeks, startMs } = JSON.parse(process.argv[2] ?? '') as SoakSettings;
const logOptions = { secrets: [], write: (line: string) => process.stderr.write(line) };
const log = createProcessLog({ ...logOptions, level: 'error' });
const now = () => Date.now();
const began = now();
let turnedMs = 0;
const announcersNow = () => startMs + (now() - began) + turnedMs;

const stopping = new AbortController();
const { signal } = stopping;
const snapshot = buildSnapshot(Array.from({ length: weeks }, (_, index) => inventWeek(index + 1)));
const store = await openStore({ engine: 'sqlite', path: databasePath, place: databasePath }, { log, now });
const boundless = { perUser: 1_000_000, perChannel: 1_000_000, windowMs: 60_000 };
const { respond, rate } = createResponder({
  getSnapshot: () => snapshot,
  version: '9.8.7',
  memory: store.memory<FollowUp>(),
  budget: createQuestionBudget(boundless),
  notes: { kept: store.readerNotes, readerKeyOf: createReaderKeys('a secret of the soak that is long enough') },
  log,
});
const tools = createTools({ log, signal });
const hearing = {
  respond,
  rate,
  events: store.handledEvents,
  trace: noTrace,
  offers: createOffers({ getSnapshot: () => snapshot, version: '9.8.7', now }),
  streams: { input: process.stdin, output: process.stdout },
};
const opened = [
  { name: 'slack', ...openSlackPlatform(slack, { tools, store, signal }) },
  { name: 'discord', ...openDiscordPlatform(discord, { tools, store, signal }) },
];
const platforms = opened.map(({ name, connect }) => keepPlatformRunning(name, () => connect(hearing), tools));
const announcer = createAnnouncer({
  ...tools,
  senders: listSenders(opened),
  subscriptions: store.subscriptions,
  outbox: store.outbox,
  getIssues: () => snapshot.issues,
  catchUpDays: 2,
  owner: 'soak',
  now: announcersNow,
  signal,
});
await Promise.all(platforms.map(({ started }) => started));
const ticking = setInterval(() => void announcer.tick(), 1_000);

process.on('message', (order: SoakOrder) => {
  if (order.kind === 'measure') process.send?.(measure());
  else if (order.kind === 'turn-clock') turnedMs += order.byMs;
  else void stop();
});
process.send?.('started');

function measure(): SoakMeasure {
  globalThis.gc?.();
  globalThis.gc?.();
  const resources: Record<string, number> = {};
  for (const kind of process.getActiveResourcesInfo()) resources[kind] = (resources[kind] ?? 0) + 1;
  const { heapUsed, rss } = process.memoryUsage();
  return { heapBytes: heapUsed, residentBytes: rss, resources };
}

/** As the program stops: what is not done by then has hung, and is named. */
async function stop(): Promise<void> {
  clearInterval(ticking);
  stopping.abort();
  const announcing = { name: 'announcing', stop: announcer.stop };
  await stopInTime([[announcing], platforms], {
    log: createProcessLog({ ...logOptions, level: 'warn' }),
    withinMs: 9_000,
  });
  await store.close();
  process.exit();
}
