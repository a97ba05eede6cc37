import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What is started, and where. */
export interface ProcessToStart {
  /** For Node: its own options, the file, and what the file is told. */
  readonly words: readonly string[];
  readonly folder: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** What it writes to standard error once it is ready. */
  readonly ready: string;
}

/** What is in a process's memory. */
export interface HeldMemory {
  /** With the pages of Node's own file, which its processes share (`VmRSS`). */
  readonly residentMb: number;
  /** What this process alone has made (`RssAnon`). */
  readonly ownMb: number;
}

/** A process of its own, ready; its warnings go on to standard error. Linux only. */
export async function startProcess({ words, folder, environment, ready }: ProcessToStart) {
  const program = spawn(process.execPath, words, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: process.env.PATH, ...environment },
  });
  const lines = createInterface({ input: program.stderr });
  const ended = once(program, 'close');
  await new Promise<void>((resolve, reject) => {
    lines.on('line', (line) => {
      if (line.includes(ready)) resolve();
      if (/"level":"(?:warn|error)"/.test(line)) process.stderr.write(`${line}\n`);
    });
    ended.then(() => reject(new Error('the program ended before it was connected')));
  });
  return {
    /** What all its threads have computed, whoever else wanted the processor meanwhile. */
    readCpuMs(): number {
      const threads = readdirSync(`/proc/${program.pid}/task`);
      const nanoseconds = threads.map((id) => readFileSync(`/proc/${program.pid}/task/${id}/schedstat`, 'utf8'));
      return nanoseconds.reduce((sum, text) => sum + Number.parseInt(text, 10), 0) / 1e6;
    },
    readMemory(): HeldMemory {
      const status = readFileSync(`/proc/${program.pid}/status`, 'utf8');
      const megabytesOf = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
      return { residentMb: megabytesOf('VmRSS'), ownMb: megabytesOf('RssAnon') };
    },
    async [Symbol.asyncDispose]() {
      program.kill('SIGTERM');
      await ended;
    },
  };
}

/** A running one. */
export type StartedProcess = Awaited<ReturnType<typeof startProcess>>;
