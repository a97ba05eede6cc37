import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quantile } from './measure-questions.ts';

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

/** The most memory, in MB, that the program itself holds while it reads the whole archive and answers these questions. */
export async function measureBatchPeakMb(questions: readonly string[]): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'bench-'));
  const report = join(folder.path, 'peak.txt');
  const program = runProgram(['--import', './bench/report-peak-memory.ts', 'src/main.ts', 'ask', '--json'], {
    PEAK_MEMORY_FILE: report,
  });
  program.stdin.end(`${questions.map((q) => JSON.stringify({ q })).join('\n')}\n`);
  program.stdout.resume();
  await finish(program, 'ask --json');
  return Number(readFileSync(report, 'utf8'));
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
