// The bot of the soak, in a process of its own, so that what the local servers remember is not taken for its memory.

import { createAnnouncer } from '#announcing/delivering/announcer.ts';
import type { FollowUp } from '#answering/question/follow-up.ts';
import { keepPlatformRunning } from '#app/connecting/keep-platform-running.ts';
import { startDiscord } from '#app/connecting/start-discord.ts';
import { startSlack } from '#app/connecting/start-slack.ts';
import { createProcessLog } from '#app/logging/process-log.ts';
import { stopInTime } from '#app/process/stop-in-time.ts';
import { wait } from '#app/process/wait.ts';
import { createResponder } from '#app/responding/responder.ts';
import { createReaderKeys } from '#app/settings/secret-key.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import { noTrace } from '#conversation/ports/trace.ts';
import { createQuestionBudget } from '#conversation/traffic/question-budget.ts';
import type { DiscordSettings } from '#platforms/discord/calling/settings.ts';
import { openDiscordSender } from '#platforms/discord/posting/open-sender.ts';
import type { SlackSettings } from '#platforms/slack/calling/settings.ts';
import { openSlackSender } from '#platforms/slack/posting/open-sender.ts';
import { buildSnapshot } from '#search/snapshot.ts';
import { openStore } from '#storage/opening/open-store.ts';
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
const surroundings = {
  respond,
  rate,
  events: store.handledEvents,
  log,
  metrics: noMetrics,
  trace: noTrace,
  now,
  random: Math.random,
  wait: (ms: number) => wait(ms, signal),
  getSnapshot: () => snapshot,
  store,
  secretKeys: [],
};
const keeping = { log, wait, random: Math.random };
const platforms = [
  keepPlatformRunning('slack', () => startSlack(slack, surroundings), keeping),
  keepPlatformRunning('discord', () => startDiscord(discord, surroundings), keeping),
];
const posting = { log, now, wait: (ms: number) => wait(ms, signal) };
const announcer = createAnnouncer({
  senders: [
    openSlackSender({ settings: slack, ...posting }),
    openDiscordSender({ settings: discord, lineKeeper: store.lineKeeper, ...posting }),
  ],
  subscriptions: store.subscriptions,
  outbox: store.outbox,
  getIssues: () => snapshot.issues,
  catchUpDays: 2,
  owner: 'soak',
  log,
  metrics: noMetrics,
  now: announcersNow,
  random: Math.random,
  wait,
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
