// Runs the tests: all of them, or those in the files, folders or patterns given. Unlike `node --test`, finding nothing to run is a failure.
import { globSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { parseArgs } from 'node:util';

const usage = 'usage: npm test -- [FILE, FOLDER or PATTERN …] [--test-name-pattern REGEXP]';
// A test that hangs has to fail with its name, long before the patience of whoever waits for the run ends.
const timeoutMs = 300_000;

const { positionals, values } = readArguments();
const patterns = (positionals.length > 0 ? positionals : ['test']).map((path) =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ? `${path}/**/*.test.ts` : path,
);
for (const pattern of patterns) {
  if (globSync(pattern).length === 0) stop(1, `no test file matches "${pattern}"`);
}
const files = [...new Set(globSync(patterns).map((file) => resolve(file)))].sort();
const namePatterns = values['test-name-pattern'];

let ran = 0;
const filesWithoutTests: string[] = [];
const stream = run({
  files,
  concurrency: true,
  timeout: timeoutMs,
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
      options: { 'test-name-pattern': { type: 'string', multiple: true } },
    });
  } catch (error) {
    return stop(2, error instanceof Error ? error.message : String(error));
  }
}

function stop(exitCode: number, message: string): never {
  process.stderr.write(`run-tests: ${message}\n${usage}\n`);
  process.exit(exitCode);
}
