import { Readable } from 'node:stream';
import { openReadableArchive } from '#app/opening/open-readable-archive.ts';
import { projectVersion } from '#app/process/project-files.ts';
import type { ProcessStreams } from '#app/process/streams.ts';
import { answerBatchQuestion } from '#app/responding/answer-batch-question.ts';
import { createResponder } from '#app/responding/responder.ts';
import { renderForTerminal } from '#platforms/terminal/renderer.ts';
import { runBatch } from '#platforms/terminal/run-batch.ts';
import { findTerminalView } from '#platforms/terminal/view.ts';

const surface = { hasChannels: false, ownWords: {} };

/** Asks one question and writes the reply for a person; resolves to the exit code. */
export async function runAskOnce(question: string, contentFolder: string, streams: ProcessStreams): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  const { respond } = createResponder({ getSnapshot: () => archive.current, version: projectVersion, surface });
  const { reply } = await respond({ text: question, conversationId: 'ask', nowMs: Date.now() });
  streams.output.write(renderForTerminal(reply, findTerminalView(streams.output)));
  return 0;
}

/** Answers a batch: the question given, or those on standard input; resolves to the exit code. */
export async function runAskBatch(
  question: string | undefined,
  contentFolder: string,
  streams: ProcessStreams,
): Promise<number> {
  await using archive = await openReadableArchive(contentFolder, streams);
  if (archive === undefined) return 1;
  const today = new Date().toISOString().slice(0, 10);
  await runBatch({
    input: question === undefined ? streams.input : Readable.from([`${question.replace(/\s+/g, ' ')}\n`]),
    output: streams.output,
    errors: streams.errors,
    answer: (text) => answerBatchQuestion(text, archive.current, today),
  });
  return 0;
}
