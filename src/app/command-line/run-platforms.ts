import type { FollowUp } from '#answering/question/topic.ts';
import { keepPlatformRunning } from '#app/connecting/keep-platform-running.ts';
import { startHealth } from '#app/health/start.ts';
import type { ContentKeeper, keepContent } from '#app/jobs/keep-content.ts';
import { purgeHourly } from '#app/jobs/purge-hourly.ts';
import { prepareAnnouncing } from '#app/jobs/start-announcing.ts';
import { gatherLines, type LineGatherer } from '#app/logging/gather-lines.ts';
import { createProcessLog } from '#app/logging/process-log.ts';
import { renderLogLine } from '#app/logging/render-log-line.ts';
import { createRequestTrace } from '#app/logging/request-trace.ts';
import { listSenders, openPlatforms } from '#app/opening/open-platforms.ts';
import { openReadingStore } from '#app/opening/open-reading-store.ts';
import { tellContentProblems } from '#app/opening/tell-content-problems.ts';
import { giveBackMemorySoon } from '#app/process/give-back-memory.ts';
import { projectVersion } from '#app/process/project-files.ts';
import { stopInTime } from '#app/process/stop-in-time.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { createTools } from '#app/process/tools.ts';
import { createOffers } from '#app/responding/offers.ts';
import { createResponder } from '#app/responding/responder.ts';
import type { Configuration } from '#app/settings/configuration.ts';
import type { PlatformSettings } from '#app/settings/platforms.ts';
import { createReaderKeys } from '#app/settings/secret-key.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { openPages } from '#app/web/open-pages.ts';
import { startWeb } from '#app/web/start-web.ts';
import { openArchive } from '#archive/open-archive.ts';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Log } from '#conversation/ports/log.ts';
import type { Trace } from '#conversation/ports/trace.ts';
import { openStore } from '#storage/opening/open-store.ts';
import { StoreError } from '#storage/store-error.ts';
import { createQuestionBudget } from '#traffic/question-budget.ts';
import { whenAborted } from '#traffic/when-aborted.ts';

/** Longer than any answer takes; whoever stopped us waits no longer than this. */
const STOP_WITHIN_MS = 9_000;
/** After this the memory that reading the archive has taken is given back, whether all platforms are connected or not. */
const LONGEST_START_MS = 30_000;

const startAnew =
  'Whatever supervises the bot starts it anew; nothing that was stored is lost. Report it with this line.';

/** What the platforms are run in. */
export interface PlatformRun extends Pick<Surroundings, 'streams' | 'listenForStop' | 'endOnCrash'> {
  /** Sentences about settings that look like slips. */
  readonly hints?: readonly string[];
}

/** Serves every platform that is set up, until a signal comes; resolves to the exit code. */
export async function runPlatforms(
  configuration: Configuration,
  settings: PlatformSettings,
  { streams, listenForStop, endOnCrash, hints = [] }: PlatformRun,
): Promise<number> {
  const signal = listenForStop();
  const { trace, findRequestId } = createRequestTrace();
  const { logLevel: level, secrets } = settings;
  const lines = createLogWriter(streams);
  const log = createProcessLog({ level, secrets, findRequestId, write: lines.write });
  endOnCrash((error) => log.error('An error that nobody expected ends the process.', { remedy: startAnew, error }));
  for (const remedy of hints) log.warn('A setting may not be what was meant.', { remedy });
  try {
    return await serve(configuration, settings, { log, trace, signal, streams });
  } catch (error) {
    if (!(error instanceof StoreError || error instanceof AccessError)) throw error;
    log.error('The bot cannot go on.', { remedy: error.message });
    return 1;
  } finally {
    lines.flush();
  }
}

/** What serving works with beside its settings. */
interface Serving extends Pick<Surroundings, 'streams'> {
  readonly log: Log;
  readonly trace: Trace;
  readonly signal: AbortSignal;
}

async function serve(
  { contentFolder, fetching }: Configuration,
  settings: PlatformSettings,
  { log, trace, signal, streams }: Serving,
): Promise<number> {
  const { now } = createTools({ log, signal });
  await using keeper = fetching && (await startKeeper(fetching, { log, now, signal }));
  const open = () => openArchive({ dir: contentFolder, log, store: openReadingStore(contentFolder) });
  await using archive = await (keeper ? keeper.openArchive(open) : open());
  // Nothing waits for it: what changes before it sees changes is found by its own first reading.
  if (keeper === undefined) void archive.watch();
  const getSnapshot = () => archive.current;
  const issues = getSnapshot().issues.length;
  log.info('The archive is read.', { issues, newest: getSnapshot().issues.at(-1)?.id });
  // A folder that is still to come is no fault of it.
  void Promise.resolve(keeper?.firstCopy).then(() => tellContentProblems(archive, log));
  if (issues === 0) log.warn('There is no issue to answer from yet.', { contentFolder });
  await using store = await openStore(settings.database, { log, now });
  const health =
    settings.health && (await startHealth(settings.health, { getSnapshot, store, now, signal, log, content: keeper }));
  // What waits to send does not keep a process from ending that has nothing to serve.
  const serving = new AbortController();
  const untilOver = AbortSignal.any([signal, serving.signal]);
  const tools = createTools({ log, signal: untilOver, ...(health && { metrics: health.metrics }) });
  const opened = await openPlatforms(settings, { tools, store, signal: untilOver });
  const senders = listSenders(opened);
  const { refresh } = keeper ?? archive;
  const announcing = prepareAnnouncing({ settings, store, senders, tools, getSnapshot, refresh });
  const [secret, ...earlier] = findReaderSecrets(settings);

  const { respond, rate } = createResponder({
    getSnapshot,
    version: projectVersion,
    memory: store.memory<FollowUp>(),
    budget: createQuestionBudget(),
    notes: {
      kept: store.readerNotes,
      readerKeyOf: createReaderKeys(secret),
      earlierKeysOf: earlier.map(createReaderKeys),
    },
    desk: announcing.desk,
    pages: await openPages(settings.web.url, getSnapshot),
    watching: announcing.watching,
    ...tools,
  });
  const offers = createOffers({ getSnapshot, version: projectVersion, now });
  const hearing = { respond, rate, events: store.handledEvents, trace, offers, streams };
  const platforms = opened.map(({ name, connect }) => keepPlatformRunning(name, () => connect(hearing), tools));
  if (settings.web.isOn) {
    const surroundings = { getSnapshot, version: projectVersion, ...tools };
    platforms.push(keepPlatformRunning('web', () => startWeb(settings.web, surroundings), tools));
  }
  // Whoever is subscribed before there are issues would get all of them as new ones.
  const announcingJob = keeper ? keeper.startWithIssues('announcing', announcing.start) : announcing.start();
  const jobs = [purgeHourly(store, tools), announcingJob];
  health?.watch(platforms, jobs);
  const allStarted = Promise.all(platforms.map(({ started }) => started));
  // A platform that stays out of reach does not keep the others at the pace of the start.
  void Promise.race([allStarted, tools.wait(LONGEST_START_MS)]).then(giveBackMemorySoon);

  // With every platform refusing there is nothing to serve, and whoever started us should know by the exit code.
  await Promise.race([whenAborted(signal), Promise.all(platforms.map(({ ended }) => ended))]);
  serving.abort();
  const exitCode = signal.aborted ? 0 : 1;
  if (exitCode === 0) log.info('Stopping.');
  else
    log.error('Every platform refuses the bot: it ends.', { remedy: 'Mend what is said above, then start it again.' });
  // The jobs first: what they have begun to post goes over the platforms.
  await stopInTime([jobs, platforms, [health, keeper].filter((part) => part !== undefined)], {
    log,
    withinMs: STOP_WITHIN_MS,
  });
  return exitCode;
}

/** What fetches is loaded only where issues are fetched. */
async function startKeeper(...parts: Parameters<typeof keepContent>): Promise<ContentKeeper> {
  const { keepContent: keep } = await import('#app/jobs/keep-content.ts');
  return keep(...parts);
}

/** Lines of JSON for whatever collects them, readable ones for a person before a terminal. */
function createLogWriter({ errors }: ProcessStreams): LineGatherer {
  if (errors.isTTY) return { write: (line) => errors.write(renderLogLine(line, errors)), flush() {} };
  return gatherLines((text) => errors.write(text));
}

/**
 * The secrets that notes of readers are or were keyed by: those of `SECRET_KEY`, the newest first, and the tokens that
 * stand in where there is none. What is written now is keyed by the first.
 */
export function findReaderSecrets({ secretKeys, platforms }: PlatformSettings): readonly [string, ...string[]] {
  const tokens = platforms.flatMap(({ readerSecret }) => readerSecret ?? []);
  const [first = '', ...earlier] = [...secretKeys, ...tokens];
  return [first, ...earlier];
}
