import { createTextLog } from '#app/logging/text-log.ts';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import { giveBackMemorySoon } from '#app/process/give-back-memory.ts';
import { projectVersion } from '#app/process/project-files.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { AccessError } from '#conversation/ports/access-error.ts';
import type { Log } from '#conversation/ports/log.ts';
import { noMetrics } from '#conversation/ports/metrics.ts';
import type { WebSettings } from '#platforms/web/serving/settings.ts';
import { startWeb } from './start-web.ts';

/** Serves the page alone, without a store or a platform, until the signal comes; resolves to the exit code. */
export async function runWeb(
  settings: WebSettings,
  contentFolder: string,
  streams: ProcessStreams,
  signal: AbortSignal,
): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  void archive.watch();
  const log = createWebLog(streams);
  const getSnapshot = () => archive.current;
  const surroundings = { getSnapshot, version: projectVersion, now: () => Date.now(), log, metrics: noMetrics };
  try {
    const connection = await startWeb(settings, surroundings);
    giveBackMemorySoon();
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    await connection.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof AccessError)) throw error;
    streams.errors.write(`${error.message}\n`);
    return 1;
  }
}

/** Says where the page is; of daily business, nothing. */
function createWebLog({ output, errors }: ProcessStreams): Log {
  return {
    ...createTextLog(errors),
    info(_message, { address } = {}) {
      if (address !== undefined) output.write(`The page is at ${address} (Ctrl-C ends it).\n`);
    },
  };
}
