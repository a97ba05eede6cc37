import { setTimeout as delay } from 'node:timers/promises';
import type { FollowUp } from '#answering/follow-up.ts';
import { openArchive } from '#archive/open-archive.ts';
import type { Log } from '#conversation/log.ts';
import { createQuestionBudget } from '#conversation/question-budget.ts';
import { openStore } from '#storage/open-store.ts';
import type { Store } from '#storage/store.ts';
import type { Configuration } from './configuration.ts';
import { keepPlatformRunning, type RunningPlatform } from './keep-platform-running.ts';
import type { PlatformSettings } from './platform-settings.ts';
import { createProcessLog } from './process-log.ts';
import type { ProcessStreams } from './process-streams.ts';
import { readVersion } from './project-files.ts';
import { createResponder } from './responder.ts';
import { createReaderKeys } from './secret-key.ts';
import { startSlack } from './start-slack.ts';
import { wait } from './wait.ts';

/** Longer than any answer takes; whoever stopped us waits no longer than this. */
const stopWithinMs = 9_000;
const purgeEveryMs = 60 * 60 * 1000;

/** Serves every platform that is set up, until the signal comes; resolves to the exit code. */
export async function runPlatforms(
  { contentFolder }: Configuration,
  settings: PlatformSettings,
  streams: ProcessStreams,
  signal: AbortSignal,
): Promise<number> {
  const { logLevel: level, secrets } = settings;
  const log = createProcessLog({ level, secrets, write: (line) => streams.errors.write(line) });
  await using archive = await openArchive({ dir: contentFolder, log });
  await archive.watch();
  const issues = archive.current.issues.length;
  log.info('The archive is read.', { issues, newest: archive.current.issues.at(-1)?.id });
  if (issues === 0) log.warn('There is no issue to answer from yet.', { contentFolder });
  const now = () => Date.now();
  await using store = await openStore(settings.database, { log, now });
  const purging = purgeNowAndThen(store, log, signal);

  const { respond, rate } = createResponder({
    getSnapshot: () => archive.current,
    version: readVersion(),
    memory: store.memory<FollowUp>(),
    budget: createQuestionBudget(),
    notes: { kept: store.readerNotes, readerKeyOf: createReaderKeys(findReaderSecret(settings)) },
    log,
  });
  const shared = {
    respond,
    rate,
    events: store.handledEvents,
    log,
    now,
    random: Math.random,
    wait: (ms: number) => wait(ms, signal),
    getSnapshot: () => archive.current,
  };
  const keeping = { log, wait, random: Math.random };
  const platforms: RunningPlatform[] = [];
  const { slack } = settings;
  if (slack !== undefined) {
    platforms.push(
      keepPlatformRunning(
        'slack',
        () => startSlack(slack, { ...shared, store, secretKeys: settings.secretKeys }),
        keeping,
      ),
    );
  }

  const isStopped = new Promise<void>((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  // With every platform refusing there is nothing to serve, and whoever started us should know by the exit code.
  const isHopeless = Promise.all(platforms.map(({ started }) => started)).then((all) =>
    all.some(Boolean) ? isStopped : undefined,
  );
  await Promise.race([isStopped, isHopeless]);
  const exitCode = signal.aborted ? 0 : 1;
  if (exitCode === 0) log.info('Stopping.');
  await stopAll(platforms, log);
  await purging.stop();
  return exitCode;
}

/** Notes of readers are keyed by a secret of the environment: the one for that, else the token that is there anyway. */
function findReaderSecret({ secretKeys, slack }: PlatformSettings): string {
  const token = slack?.identity.kind === 'one-workspace' ? slack.identity.botToken : undefined;
  return secretKeys[0] ?? token ?? '';
}

async function stopAll(platforms: readonly RunningPlatform[], log: Log): Promise<void> {
  const patience = new AbortController();
  const stopped = Promise.allSettled(platforms.map((platform) => platform.stop()));
  const isLate = await Promise.race([
    stopped.then(() => false),
    delay(stopWithinMs, true, { signal: patience.signal }).catch(() => false),
  ]);
  patience.abort();
  if (isLate) log.warn('Some answers were not finished when the time to stop was up.');
}

/** Removes what is past its time, at the start and every hour. */
function purgeNowAndThen(store: Store, log: Log, signal: AbortSignal): { readonly stop: () => Promise<void> } {
  const ending = new AbortController();
  const either = AbortSignal.any([signal, ending.signal]);
  const loop = (async () => {
    while (!either.aborted) {
      try {
        const rows = await store.purge(Date.now());
        if (rows > 0) log.debug('Notes past their time are removed.', { rows });
      } catch (error) {
        log.warn('Notes past their time could not be removed.', { error });
      }
      await wait(purgeEveryMs, either);
    }
  })();
  return {
    async stop() {
      ending.abort();
      await loop;
    },
  };
}
