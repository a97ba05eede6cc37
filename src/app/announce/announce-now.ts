import { randomUUID } from 'node:crypto';
import { createConfiguredSubscriber } from '#announcing/channels/configured-subscriber.ts';
import { createAnnouncer } from '#announcing/delivering/announcer.ts';
import { findPlatformStates } from '#app/connecting/find-platform-states.ts';
import { createTextLog } from '#app/logging/text-log.ts';
import { listSenders, openPlatforms } from '#app/opening/open-platforms.ts';
import { createTools } from '#app/process/tools.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { silentLog } from '#conversation/ports/log.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import { openStore } from '#storage/opening/open-store.ts';
import type { ForecastParts } from './forecast-parts.ts';

/** What a round is run with. */
export interface RoundRequest extends Pick<ForecastParts, 'settings' | 'archive'> {
  /** All that are set up when it is undefined. */
  readonly platform: string | undefined;
}

/** So many posts between two lines about the progress. */
const TELL_EVERY = 100;

/** Runs one round: serves the due dates that have come, and sends what waits. Resolves to the exit code. */
export async function announceNow(
  { platform, settings, archive }: RoundRequest,
  { streams, listenForStop }: Pick<Surroundings, 'streams' | 'listenForStop'>,
): Promise<number> {
  const { output, errors } = streams;
  const signal = listenForStop();
  const log = createTextLog(errors);
  const results = new Map<string, number>();
  const countDelivery = ({ result }: { result: string }) => {
    results.set(result, (results.get(result) ?? 0) + 1);
    const sent = results.get('sent') ?? 0;
    if (result === 'sent' && sent % TELL_EVERY === 0) errors.write(`${sent} posts sent …\n`);
  };
  const tools = createTools({ log, signal, metrics: { ...noMetrics, countDelivery } });
  await using store = await openStore(settings.database, tools);
  const { channels } = settings.announce;
  const senders = listSenders(await openPlatforms(settings, { tools, store, signal })).filter(
    (sender) => platform === undefined || sender.platform === platform,
  );
  if (senders.length === 0) {
    errors.write(`There is no platform to post on: ${platform ? `${platform} has no token` : 'none has a token'}.\n`);
    return 1;
  }
  const announcer = createAnnouncer({
    subscriptions: store.subscriptions,
    outbox: store.outbox,
    posted: store.postedWords,
    senders,
    getIssues: () => archive.current.issues,
    factsOf: archive.current.factsOf,
    catchUpDays: settings.announce.catchUpDays,
    owner: randomUUID(),
    tryHold: store.locks.tryHold,
    ...tools,
    signal,
  });
  const { subscriptions } = store;
  const getIssues = () => archive.current.issues;
  // A bot that only ever runs this way has its configured channels all the same.
  await createConfiguredSubscriber({ channels, subscriptions, senders, getIssues, ...tools }).apply();
  await announcer.runRound();
  await announcer.stop();
  const counts = await store.outbox.countByState();
  output.write(`${results.get('sent') ?? 0} sent; ${counts.waiting} waiting, ${counts.held} held in the outbox.\n`);
  const isReached = (results.get('sent') ?? 0) > 0 || (await tellOutOfReach());
  const isWell =
    isReached && announcer.lastRoundMs() !== undefined && [...results.keys()].every((result) => result === 'sent');
  return isWell ? 0 : 1;

  /** Nothing sent may mean nothing due, or a platform out of reach: then it is said, and the result is false. */
  async function tellOutOfReach(): Promise<boolean> {
    const names = senders.map((sender) => sender.platform);
    const states = await findPlatformStates(names, settings, { ...tools, log: silentLog });
    const unusable = states.filter(({ isUsable }) => !isUsable);
    for (const { name, sentence } of unusable) errors.write(`${name}: ${sentence}\n`);
    return unusable.length === 0;
  }
}
