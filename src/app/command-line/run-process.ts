import process from 'node:process';
import { whenNpmEnds } from '#app/process/when-npm-ends.ts';
import { type Environment, readEnvironment } from '#app/settings/configuration.ts';
import { StoreError } from '#storage/store-error.ts';
import { runCommandLine } from './run-command-line.ts';

/** Once told to stop, the process is gone after this long, whatever still hangs. */
const END_WITHIN_MS = 9_800;

/** Runs the command line with this process's arguments, streams and signals, and sets its exit code. */
export async function runProcess(): Promise<void> {
  process.stdout.on('error', (error) => endOnLostOutput('standard output', error));
  process.stderr.on('error', (error) => endOnLostOutput('standard error', error));
  try {
    const { environment, faults } = await readEnvironment(process.cwd());
    process.exitCode = await runCommandLine(process.argv.slice(2), {
      environment,
      settingsFaults: faults,
      workingFolder: process.cwd(),
      streams: { input: process.stdin, output: process.stdout, errors: process.stderr },
      listenForStop: () => listenForStop(environment),
      endOnCrash,
    });
    // What was abandoned on the way, such as a connection that never came about, keeps nobody waiting.
    if (isToldToStop) process.exit();
  } catch (error) {
    if (isClosedPipe(error)) return;
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  }
}

let isToldToStop = false;

/** The first signal asks; a second one, of either kind, ends the process at once, as signals do by themselves. */
function listenForStop(environment: Environment): AbortSignal {
  const stop = new AbortController();
  const signals = ['SIGTERM', 'SIGINT'] as const;
  const listener = () => {
    for (const name of signals) process.off(name, listener);
    isToldToStop = true;
    setTimeout(() => process.exit(1), END_WITHIN_MS).unref();
    stop.abort();
  };
  for (const name of signals) process.on(name, listener);
  whenNpmEnds(environment, () => !isToldToStop && listener());
  return stop.signal;
}

/** After an error that nobody caught nothing is certain any more: it is told in one line, and whoever started us starts anew. */
function endOnCrash(tell: (error: unknown) => void): void {
  process.on('uncaughtException', (error) => {
    tell(error);
    process.exit(1);
  });
}

/** A reader that closed its end of the pipe has seen enough. Anything else, such as a full disk, is told, and is the end. */
function endOnLostOutput(name: string, { code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return;
  const why = code === 'ENOSPC' ? 'no space is left there. Make room, or write elsewhere' : message;
  if (name === 'standard output') process.stderr.write(`Could not write to ${name}: ${why}.\n`);
  process.exit(1);
}

function isClosedPipe(error: unknown): boolean {
  return (
    error instanceof Error && (error as NodeJS.ErrnoException).code === 'EPIPE' && error.message.startsWith('write')
  );
}

/** The message with its causes for the operator, and the stack for whoever has to mend it. */
function describeFailure(error: unknown): string {
  // Says what, where and what to do; there is nothing to mend in the program.
  if (error instanceof StoreError) return error.message;
  if (!(error instanceof Error)) return `Unexpected failure: ${String(error)}`;
  const cause = error.cause instanceof Error ? `\nCause: ${error.cause.message}` : '';
  return `Unexpected failure: ${error.stack ?? error.message}${cause}`;
}
