import { once } from 'node:events';
import type { VerdictWord } from '#conversation/reply.ts';
import { parseBatchLine } from './batch-line.ts';
import { splitLines } from './split-lines.ts';

/** One answer of a batch, in the order in which its fields are written. */
export interface BatchAnswer {
  readonly answered: boolean;
  readonly verdict: VerdictWord | null;
  /** The reply as plain text. */
  readonly text: string;
  readonly citations: readonly BatchCitation[];
  readonly suggestions: readonly string[];
}

export interface BatchCitation {
  readonly issue: string;
  readonly article: string;
  readonly quote: string;
  readonly links: readonly string[];
}

/** The streams of a batch and the one who answers. */
export interface Batch {
  readonly input: AsyncIterable<Buffer | string>;
  readonly output: NodeJS.WritableStream;
  /** Gets a message for each line that could not be read. */
  readonly errors: NodeJS.WritableStream;
  readonly answer: (question: string) => BatchAnswer;
}

/**
 * Answers questions line by line, in order, each as soon as it is read and no faster than the answers are taken.
 * Ends when the questions end, or quietly when nobody reads the answers any more.
 */
export async function runBatch({ input, output, errors, answer }: Batch): Promise<void> {
  const gone = new AbortController();
  output.on('error', (error: NodeJS.ErrnoException) => gone.abort(error));
  let lineNumber = 0;
  for await (const line of splitLines(input)) {
    lineNumber++;
    const record = answerBatchLine(line, lineNumber, answer, errors);
    if (record !== undefined && !(await writeRecord(output, record, gone.signal))) break;
  }
  const failure = gone.signal.reason as NodeJS.ErrnoException | undefined;
  if (failure !== undefined && failure.code !== 'EPIPE') {
    throw new Error('Could not write the answers to standard output.', { cause: failure });
  }
}

function answerBatchLine(text: string, lineNumber: number, answer: Batch['answer'], errors: NodeJS.WritableStream) {
  const startedMs = performance.now();
  const line = parseBatchLine(text, lineNumber);
  if (line === undefined) return undefined;
  const { id, question } = line;
  const elapsedMs = () => Math.round((performance.now() - startedMs) * 100) / 100;
  if (line.kind === 'question') return { id, question, ...answer(question), elapsedMs: elapsedMs() };
  errors.write(`Line ${lineNumber}: ${line.error}. Write one question a line, as plain text or as {"q": "…"}.\n`);
  const nothing: BatchAnswer = { answered: false, verdict: null, text: '', citations: [], suggestions: [] };
  return { id, question, ...nothing, elapsedMs: elapsedMs(), error: line.error };
}

/** False once the reader is gone. */
async function writeRecord(output: NodeJS.WritableStream, record: object, gone: AbortSignal): Promise<boolean> {
  if (gone.aborted) return false;
  if (!output.write(`${JSON.stringify(record)}\n`)) {
    await once(output, 'drain', { signal: gone }).catch(() => undefined);
  }
  return !gone.aborted;
}
