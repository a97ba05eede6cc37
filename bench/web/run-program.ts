import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { readMemorySettings } from '../../scripts/memory-settings.ts';
import { findFreePort } from '../../test/fixtures/find-free-port.ts';

/** A program that serves on a port of its own. */
export interface ServingProgram {
  readonly address: string;
  /** User and system time; Linux counts it in hundredths of a second, and nobody else does. */
  readonly readCpuMs: () => number;
}

const projectFolder = join(import.meta.dirname, '..', '..');

/** Runs a file of the project, which says when it serves, while something is done with it. */
export async function withProgram<Result>(
  words: readonly string[],
  work: (program: ServingProgram) => Promise<Result>,
): Promise<Result> {
  const port = String(await findFreePort());
  const program = spawn(process.execPath, words, {
    cwd: projectFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, ...readMemorySettings(), WEB_PORT: port },
  });
  try {
    for await (const line of createInterface({ input: program.stdout })) if (line.startsWith('The page is at')) break;
    return await work({
      address: `http://127.0.0.1:${port}`,
      readCpuMs() {
        const fields = readFileSync(`/proc/${program.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
        return (Number(fields[11]) + Number(fields[12])) * 10;
      },
    });
  } finally {
    program.kill('SIGTERM');
    if (program.exitCode === null) await once(program, 'exit');
  }
}
