// Measures how fast the bot answers and what memory it takes, beside a bare search library, and prints a table or JSON.
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BenchRecord } from './bench-record.ts';
import { checkBars } from './check-bars.ts';
import type { ArchiveRecord } from './measure-archive.ts';
import type { HostileRecord } from './measure-hostile.ts';
import { measureBatchPeakMb, measureGrownStarts, measureStartMs } from './measure-program.ts';
import type { PlatformLoadRecord } from './platform-load.ts';
import { checkLoadBars, renderLoad } from './render-load.ts';
import { renderRecord } from './render-record.ts';
import { loadWorkload } from './workload.ts';

const platforms = { slack: 'measure-slack.ts' } as const;
type PlatformName = keyof typeof platforms;

const usage = `usage: npm run -s bench -- [--quick] [--scale N]… [--only PLATFORM [--rate N]] [--json]
  --quick          the archive as it is, without its larger versions
  --scale N        N times the archive; may be given several times (default: 1, 10 and 100)
  --only PLATFORM  nothing but a busy day on a platform: ${Object.keys(platforms).join(', ')}
  --rate N         so many mentions a second on that day (default: 200)
  --json           one JSON object instead of a table
`;
const ALL_SCALES = [1, 10, 100];
const MAX_SCALE = 1000;
const USUAL_RATE = 200;
const MAX_RATE = 1000;

const { scales, only, rate, wantsJson } = readOptions();
if (only !== undefined) {
  const load = measured(only, () => runPart<PlatformLoadRecord>(platforms[only], String(rate)));
  process.stdout.write(wantsJson ? `${JSON.stringify({ ...load, bars: checkLoadBars(load) })}\n` : renderLoad(load));
  process.exit(0);
}
const grownStarts: BenchRecord['grownStarts'][number][] = [];
for (const times of scales.filter((scale) => scale > 1))
  grownStarts.push({ times, ...(await measured(`starts of ${times} ×`, () => measureGrownStarts(times))) });
const record: BenchRecord = {
  node: process.versions.node,
  machine: `${process.platform} ${process.arch}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}`,
  startToFirstAnswerMs: await measured('start', measureStartMs),
  batchPeakMb: await measured('memory', () => measureBatchPeakMb(loadWorkload().questions)),
  archives: scales.map((scale) =>
    measured(`${scale} ×`, () => runPart<ArchiveRecord>('measure-archive.ts', String(scale))),
  ),
  grownStarts,
  hostile: await measured('hostile inputs', () => runPart<HostileRecord[]>('measure-hostile.ts')),
};
process.stdout.write(wantsJson ? `${JSON.stringify({ ...record, bars: checkBars(record) })}\n` : renderRecord(record));

function measured<Result>(name: string, measure: () => Result): Result {
  process.stderr.write(`measuring: ${name}\n`);
  return measure();
}

// One after the other, each in a process of its own: no part's garbage is another's time.
function runPart<Result>(file: string, ...words: string[]): Result {
  const { status, stdout } = spawnSync(process.execPath, ['--expose-gc', join(import.meta.dirname, file), ...words], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${file} ended with exit code ${status}; its own message stands above.`);
  return JSON.parse(stdout) as Result;
}

interface Options {
  readonly scales: readonly number[];
  readonly only: PlatformName | undefined;
  readonly rate: number;
  readonly wantsJson: boolean;
}

function readOptions(): Options {
  const options = {
    quick: { type: 'boolean' },
    scale: { type: 'string', multiple: true },
    only: { type: 'string' },
    rate: { type: 'string' },
    json: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    const { values } = parseArgs({ options });
    if (values.help) stop(0, usage);
    const asked = values.scale?.map(Number) ?? (values.quick ? [1] : ALL_SCALES);
    const wrong = asked.find((scale) => !Number.isInteger(scale) || scale < 1 || scale > MAX_SCALE);
    if (wrong !== undefined) stop(2, `--scale: expected a whole number from 1 to ${MAX_SCALE}\n${usage}`);
    const { only: platform } = values;
    if (platform !== undefined && !isPlatformName(platform)) {
      stop(2, `--only: expected one of ${Object.keys(platforms).join(', ')}\n${usage}`);
    }
    const rate = Number(values.rate ?? USUAL_RATE);
    if (!Number.isInteger(rate) || rate < 1 || rate > MAX_RATE)
      stop(2, `--rate: expected a number from 1 to ${MAX_RATE}\n${usage}`);
    const sizes = [...new Set(asked)].sort((a, b) => a - b);
    return { scales: sizes, only: platform, rate, wantsJson: values.json ?? false };
  } catch (error) {
    return stop(2, `${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
}

function isPlatformName(name: string): name is PlatformName {
  return Object.hasOwn(platforms, name);
}

function stop(exitCode: number, text: string): never {
  (exitCode === 0 ? process.stdout : process.stderr).write(text);
  process.exit(exitCode);
}
