import { createTextLog } from '#app/logging/text-log.ts';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import { projectVersion } from '#app/process/project-files.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { createProgramAnswers } from '#app/responding/answer-programs.ts';
import { commandList } from '#commands/command-list.ts';
import { MAX_QUESTION_CHARACTERS } from '#commands/reading/parse-command.ts';
import { serveMcpStdio } from '#platforms/mcp/serve-stdio.ts';
import { openPages } from './open-pages.ts';

/** Answers the program that started us, over standard input and output, until it ends that; resolves to the exit code. */
export async function runMcp(
  contentFolder: string,
  webUrl: string | undefined,
  { input, output, errors }: ProcessStreams,
  signal: AbortSignal,
): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, { errors });
  if (archive === undefined) return 1;
  void archive.watch();
  const log = createTextLog(errors);
  const getSnapshot = () => archive.current;
  const pages = await openPages(webUrl, getSnapshot);
  const answers = createProgramAnswers({ getSnapshot, version: projectVersion, now: () => Date.now(), pages });
  const parts = {
    answers,
    commands: commandList,
    maxQuestionCharacters: MAX_QUESTION_CHARACTERS,
    version: projectVersion,
  };
  const tell = (error: Error) => log.warn('What came over standard input was not understood.', { error });
  await serveMcpStdio(parts, { input, output, signal, tell });
  return 0;
}
