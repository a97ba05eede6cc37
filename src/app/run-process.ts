import process from 'node:process';
import { StoreError } from '#storage/store-error.ts';
import { readEnvironment } from './configuration.ts';
import { runCommandLine } from './run-command-line.ts';

/** Runs the command line with this process's arguments, streams and signals, and sets its exit code. */
export async function runProcess(): Promise<void> {
  // A reader that closed its end of the pipe has seen enough.
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);
  try {
    process.exitCode = await runCommandLine(process.argv.slice(2), {
      environment: await readEnvironment(process.cwd()),
      workingFolder: process.cwd(),
      streams: { input: process.stdin, output: process.stdout, errors: process.stderr },
      listenForStop,
    });
  } catch (error) {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

function listenForStop(): AbortSignal {
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  process.once('SIGINT', () => stop.abort());
  return stop.signal;
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The message with its causes for the operator, and the stack for whoever has to mend it. */
function describeFailure(error: unknown): string {
  // Says what, where and what to do; there is nothing to mend in the program.
  if (error instanceof StoreError) return error.message;
  if (!(error instanceof Error)) return `Unexpected failure: ${String(error)}`;
  const cause = error.cause instanceof Error ? `\nCause: ${error.cause.message}` : '';
  return `Unexpected failure: ${error.stack ?? error.message}${cause}`;
}
