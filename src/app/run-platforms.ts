import type { FollowUp } from '#answering/follow-up.ts';
import { openArchive } from '#archive/open-archive.ts';
import { createQuestionBudget } from '#conversation/question-budget.ts';
import { openStore } from '#storage/open-store.ts';
import type { Configuration } from './configuration.ts';
import { findPlatforms } from './find-platforms.ts';
import { findReaderSecret } from './find-reader-secret.ts';
import { keepPlatformRunning } from './keep-platform-running.ts';
import type { PlatformSettings } from './platform-settings.ts';
import { createProcessLog } from './process-log.ts';
import type { ProcessStreams } from './process-streams.ts';
import { readVersion } from './project-files.ts';
import { createResponder } from './responder.ts';
import { createReaderKeys } from './secret-key.ts';
import { startJobs } from './start-jobs.ts';
import { stopInTime } from './stop-in-time.ts';
import { wait } from './wait.ts';

/** Longer than any answer takes; whoever stopped us waits no longer than this. */
const stopWithinMs = 9_000;

/** Serves every platform that is set up, until the signal comes; resolves to the exit code. */
export async function runPlatforms(
  { contentFolder }: Configuration,
  settings: PlatformSettings,
  streams: ProcessStreams,
  signal: AbortSignal,
): Promise<number> {
  const { logLevel: level, secrets, secretKeys } = settings;
  const log = createProcessLog({ level, secrets, write: (line) => streams.errors.write(line) });
  const now = () => Date.now();
  await using archive = await openArchive({ dir: contentFolder, log });
  await archive.watch();
  const issues = archive.current.issues.length;
  log.info('The archive is read.', { issues, newest: archive.current.issues.at(-1)?.id });
  if (issues === 0) log.warn('There is no issue to answer from yet.', { contentFolder });
  await using store = await openStore(settings.database, { log, now });
  const getSnapshot = () => archive.current;

  const { respond, rate } = createResponder({
    getSnapshot,
    version: readVersion(),
    memory: store.memory<FollowUp>(),
    budget: createQuestionBudget(),
    notes: { kept: store.readerNotes, readerKeyOf: createReaderKeys(findReaderSecret(settings)) },
    log,
  });
  const surroundings = {
    respond,
    rate,
    events: store.handledEvents,
    log,
    now,
    random: Math.random,
    wait: (ms: number) => wait(ms, signal),
    getSnapshot,
    store,
    secretKeys,
  };
  const keeping = { log, wait, random: Math.random };
  const platforms = findPlatforms(settings).map(({ name, connect }) =>
    keepPlatformRunning(name, () => connect(surroundings), keeping),
  );
  const jobs = startJobs({ settings, store, log, now, getSnapshot, platforms });

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
  // The jobs first: what they have begun to post goes over the platforms.
  await stopInTime([jobs, platforms], { log, withinMs: stopWithinMs });
  return exitCode;
}
