// Runs the tests: all of them, or those in the files, folders or patterns given. Unlike `node --test`, finding nothing to run is a failure.
// With --endurance, the long runs of test/endurance instead: one file at a time, for as long as they take.
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';

const usage = 'usage: npm test (or npm run test:endurance) -- [FILE, FOLDER or PATTERN …] [--test-name-pattern REGEXP]';
// A test that hangs has to fail with its name, long before the patience of whoever waits for the run ends.
const timeoutMs = 300_000;

const { positionals, values } = readArguments();
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

if (isEndurance) describeRun();
let ran = 0;
const filesWithoutTests: string[] = [];
const stream = run({
  files,
  // Long runs measure under load of their own making, not of each other's.
  // Many files wait for events most of their time: one more than there are cores keeps these busy.
  concurrency: isEndurance ? false : availableParallelism() + 1,
  timeout: isEndurance ? Number.POSITIVE_INFINITY : timeoutMs,
  ...(namePatterns ? { testNamePatterns: namePatterns } : {}),
});
stream.on('test:pass', ({ name, file, details, skip }) => {
  // A file without a test of its own is reported as one passed test that bears the file's name.
  if (file !== undefined && resolve(name) === file) filesWithoutTests.push(relative('', file));
  else if (details.type !== 'suite' && skip === undefined) ran++;
});
stream.on('test:fail', () => {
  process.exitCode = 1;
});
await pipeline(stream.compose(spec), process.stdout, { end: false });

if (ran === 0 && process.exitCode !== 1) stop(1, 'no test ran');
if (filesWithoutTests.length > 0 && !namePatterns) stop(1, `these files hold no test: ${filesWithoutTests.join(', ')}`);

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { 'test-name-pattern': { type: 'string', multiple: true }, endurance: { type: 'boolean' } },
    });
  } catch (error) {
    return stop(2, error instanceof Error ? error.message : String(error));
  }
}

/** What belongs into the record of a run, beside its figures. */
function describeRun(): void {
  const { stdout } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' });
  const commit = stdout?.trim() || 'unknown';
  const date = new Date().toISOString().slice(0, 10);
  const cores = availableParallelism();
  process.stdout.write(
    `${date}, commit ${commit}, Node ${process.versions.node}, ${cores} cores; seeds stand in the titles\n`,
  );
}

function stop(exitCode: number, message: string): never {
  process.stderr.write(`run-tests: ${message}\n${usage}\n`);
  process.exit(exitCode);
}
