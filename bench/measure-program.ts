import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { growArchive } from './grow-archive.ts';
import { quantile } from './measure-questions.ts';
import { loadWorkload } from './workload.ts';
import { writeContent } from './write-content.ts';

const projectFolder = join(import.meta.dirname, '..');
const STARTS = 7;

/** Milliseconds from starting the program to the first words of its answer: the median of several starts, after one that fills the caches. */
export async function measureStartMs(): Promise<number> {
  const took: number[] = [];
  for (let start = 0; start <= STARTS; start++) {
    const startedMs = performance.now();
    const program = runProgram([
      '-r',
      './scripts/require-node-24.cjs',
      'src/main.ts',
      'ask',
      'does balena run on armv6?',
    ]);
    program.stdout.once('data', () => took.push(performance.now() - startedMs));
    await finish(program, 'ask');
  }
  return quantile(
    took.slice(1).sort((a, b) => a - b),
    0.5,
  );
}

/** What a start took until its first answer, and for it: processor time of all threads, and the most memory. */
export interface StartRecord {
  readonly readyMs: number;
  readonly cpuMs: number;
  readonly peakMb: number;
}

/** Starts of the program with many times the archive on disk: the first of all, and the next, which finds what that one has kept. */
export async function measureGrownStarts(times: number): Promise<{ first: StartRecord; later: StartRecord }> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const content = writeContent(folder.path, growArchive(loadWorkload(), times));
  const usage = join(folder.path, 'usage.txt');
  const environment = { NODE_COMPILE_CACHE: join(folder.path, 'compiled'), USAGE_FILE: usage };
  const start = async (): Promise<StartRecord> => {
    const startedMs = performance.now();
    let readyMs = 0;
    const words = ['ask', 'does balena run on armv6?', '--content', content];
    const program = runProgram(['--import', './bench/report-usage.ts', 'src/main.ts', ...words], environment);
    program.stdout.once('data', () => {
      readyMs = performance.now() - startedMs;
    });
    await finish(program, 'ask');
    const { peakMb, readyCpuMs } = JSON.parse(readFileSync(usage, 'utf8'));
    return { readyMs, cpuMs: readyCpuMs, peakMb };
  };
  return { first: await start(), later: await start() };
}

/** The most memory, in MB, that the program itself holds while it reads the whole archive and answers these questions. */
export async function measureBatchPeakMb(questions: readonly string[]): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const usage = join(folder.path, 'usage.txt');
  const program = runProgram(['--import', './bench/report-usage.ts', 'src/main.ts', 'ask', '--json'], {
    USAGE_FILE: usage,
  });
  program.stdin.end(`${questions.map((q) => JSON.stringify({ q })).join('\n')}\n`);
  program.stdout.resume();
  await finish(program, 'ask --json');
  return JSON.parse(readFileSync(usage, 'utf8')).peakMb;
}

function runProgram(words: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, words, {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

async function finish(program: ReturnType<typeof runProgram>, name: string): Promise<void> {
  const [exitCode] = await once(program, 'close');
  if (exitCode !== 0) throw new Error(`"${name}" ended with exit code ${exitCode}; its own message stands above.`);
}
