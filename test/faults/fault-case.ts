import { runHere } from '../fixtures/run-here.ts';

/** Something that goes wrong, and what a person must find in the message about it. */
export interface FaultCase {
  readonly name: string;
  /** Brings it about in an empty folder; resolves to what a person reads. */
  readonly provoke: (folder: string) => Promise<string>;
  readonly what: RegExp;
  /** The setting, file, place or platform. */
  readonly where: RegExp;
  readonly remedy: RegExp;
}

/** What `start` says before it ends by itself, with the settings given. */
export async function readRefusal(folder: string, environment: Record<string, string>): Promise<string> {
  await using program = runHere(['start'], environment, folder);
  if ((await program.ended) !== 1) throw new Error('the program did not end with exit code 1');
  return program.text();
}

/** The first line of a bot's log that fits, while it runs with the settings given. */
export async function readLog(folder: string, environment: Record<string, string>, pattern: RegExp): Promise<string> {
  await using program = runHere(['start'], environment, folder);
  return await program.said(pattern);
}
