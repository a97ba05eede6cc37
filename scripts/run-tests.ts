// Runs the tests: all of them, or those in the files, folders or patterns given. Unlike `node --test`, finding nothing to run is a failure.
// With --endurance, the long runs of test/endurance instead: one file at a time, for as long as they take.
import { randomInt } from 'node:crypto';
import { globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import { whenNpmEnds } from '#app/process/when-npm-ends.ts';
import { describeEndurance } from './describe-endurance.ts';
import { watchStuckFiles } from './end-stuck-files.ts';
import { findTimeLimit } from './find-time-limit.ts';
import { openRunFolder } from './run-folder.ts';
import { shareProcesses } from './share-processes.ts';

const usage =
  'usage: npm test (or npm run test:endurance) -- [FILE, FOLDER or PATTERN …] [--test-name-pattern REGEXP] [--test-timeout MS]';

const { positionals, values } = readArguments();
// A test that hangs has to fail with its name, long before the patience of whoever waits for the run ends.
const givenMs = values['test-timeout'];
const idleMs = Number(givenMs ?? 450_000);
const timeoutMs = givenMs === undefined ? findTimeLimit(idleMs) : idleMs;
if (!(timeoutMs > 0)) stop(2, '--test-timeout takes milliseconds');
// After that long the file is ended from outside: its tests have had the time to say which of them hung.
const fileTimeoutMs = idleMs * 1.5;
const isEndurance = values.endurance === true;
const everything = isEndurance ? 'test/endurance' : 'test';
const patterns = (positionals.length > 0 ? positionals : [everything]).map((path) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory()
    ? `${path}/**/*.${isEndurance ? 'endurance' : 'test'}.ts`
    : path,
);
for (const pattern of patterns) {
  if (globSync(pattern).length === 0) stop(1, `no test file matches "${pattern}"`);
}
const files = [...new Set(globSync(patterns).map((file) => resolve(file)))].sort();
const namePatterns = values['test-name-pattern'];

if (values.help) {
  process.stdout.write(`${usage}\n${isEndurance ? `\n${describeEndurance(files)}` : ''}`);
  process.exit(0);
}
if (isEndurance) process.stdout.write(describeEndurance(files));
// A run of hours sets its own limits.
const stuck = watchStuckFiles(isEndurance ? Number.POSITIVE_INFINITY : fileTimeoutMs, (sentence) => {
  process.exitCode = 1;
  process.stdout.write(`✖ ${sentence}\n`);
});
// Property tests try new cases in each run, the same ones in all files of the run.
process.env.TEST_SEED ??= String(randomInt(2 ** 31));
if (!isEndurance) process.stdout.write(`seed of this run: ${process.env.TEST_SEED} (TEST_SEED=… repeats it)\n`);
const folder = openRunFolder();
// Broken off, it leaves nothing running: `node:test` would leave the files, and these what they have started.
for (const [name, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const)
  process.once(name, () => breakOff(number));
whenNpmEnds(process.env, () => breakOff(15));
let ran = 0;
const runFiles = shareProcesses(files, resolve(), folder.own);
const started = new Set(runFiles.map(({ path }) => path));
// Of files that share a process each must be heard of; one alone is reported as a test itself where it holds none.
const filesWithoutTests = new Set(runFiles.flatMap(({ members }) => (members.length > 1 ? members : [])));
const stream = run({
  files: [...started],
  // Long runs measure under load of their own making, not of each other's.
  // Many files wait for events most of their time: one more than there are cores keeps these busy.
  concurrency: isEndurance ? false : availableParallelism() + 1,
  timeout: isEndurance ? Number.POSITIVE_INFINITY : timeoutMs,
  ...(namePatterns ? { testNamePatterns: namePatterns } : {}),
});
stream.on('test:dequeue', ({ name, nesting }) => {
  if (nesting === 0 && started.has(resolve(name))) stuck.begin(resolve(name));
});
stream.on('test:complete', ({ name, nesting }) => {
  if (nesting === 0 && started.has(resolve(name))) stuck.end(resolve(name));
});
stream.on('test:pass', ({ name, file, details, skip }) => {
  filesWithoutTests.delete(file ?? '');
  // A file without a test of its own is reported as one passed test that bears the file's name.
  if (file !== undefined && resolve(name) === file) {
    filesWithoutTests.add(file);
    return;
  }
  if (details.type !== 'suite' && skip === undefined) ran++;
});
stream.on('test:fail', ({ file }) => {
  filesWithoutTests.delete(file ?? '');
  process.exitCode = 1;
});
await pipeline(stream.compose(spec), process.stdout, { end: false });
for (const sentence of [...stuck.close(), ...folder.close()]) process.stdout.write(`ℹ ${sentence}\n`);

if (ran === 0 && process.exitCode !== 1) stop(1, 'no test ran');
if (filesWithoutTests.size > 0 && !namePatterns && process.exitCode !== 1)
  stop(1, `these files hold no test: ${[...filesWithoutTests].map((file) => relative('', file)).join(', ')}`);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'test-name-pattern': { type: 'string', multiple: true },
        'test-timeout': { type: 'string' },
        endurance: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return stop(2, error instanceof Error ? error.message : String(error));
  }
}

function breakOff(signal: number): never {
  stuck.endAll();
  folder.close();
  // As a shell says of a process that a signal ended.
  process.exit(128 + signal);
}

function stop(exitCode: number, message: string): never {
  process.stderr.write(`run-tests: ${message}\n${usage}\n`);
  process.exit(exitCode);
}
