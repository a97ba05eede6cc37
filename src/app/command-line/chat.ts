import { createTextLog } from '#app/logging/text-log.ts';
import { nothingStored } from '#app/opening/nothing-stored.ts';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import { tellContentProblems } from '#app/opening/tell-content-problems.ts';
import { createAsides } from '#app/process/asides.ts';
import { projectVersion } from '#app/process/project-files.ts';
import { createTools } from '#app/process/tools.ts';
import { createOffers } from '#app/responding/offers.ts';
import { createResponder } from '#app/responding/responder.ts';
import { readSetting } from '#app/settings/configuration.ts';
import type { Surroundings } from '#app/settings/surroundings.ts';
import { silentLog } from '#conversation/ports/log.ts';
import { noTrace } from '#conversation/ports/trace.ts';
import { terminalPlatform } from '#platforms/terminal/terminal-platform.ts';

const surface = { hasChannels: false, ownWords: { quit: 'Leave; "exit", "bye" and Ctrl-D do, too.' } };

/** Chats in the terminal until the person leaves or the signal comes; resolves to the exit code. */
export async function runChat(
  contentFolder: string,
  { streams, environment, workingFolder }: Pick<Surroundings, 'streams' | 'environment' | 'workingFolder'>,
  signal: AbortSignal,
): Promise<number> {
  // Where they go to the same terminal, what goes wrong meanwhile must not run into the line that is being typed.
  const asides = streams.errors.isTTY ? createAsides(streams.errors) : undefined;
  await using archive = await openReadableArchive(contentFolder, { errors: asides ?? streams.errors });
  if (archive === undefined) return 1;
  // A script that pipes its questions in is gone before anybody edits an issue.
  if (streams.input.isTTY) {
    tellContentProblems(archive, createTextLog(asides ?? streams.errors), { isTold: true });
    await archive.watch();
  }
  const getSnapshot = () => archive.current;
  const tools = createTools({ log: silentLog, signal });
  const { ready } = terminalPlatform.setUp((name) => readSetting(environment, name), workingFolder);
  const terminal = await ready?.open({ tools, store: nothingStored, signal });
  const connection = await terminal?.connect({
    ...createResponder({ getSnapshot, version: projectVersion, surface }),
    events: nothingStored.events,
    trace: noTrace,
    offers: createOffers({ getSnapshot, version: projectVersion, surface, now: tools.now }),
    streams: { ...streams, ...(asides === undefined ? {} : { asides }) },
  });
  await connection?.whenOver;
  return 0;
}
