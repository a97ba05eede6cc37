import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';

const runTests = join(import.meta.dirname, '../../scripts/run-tests.ts');

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'run-tests-'));
});
beforeEach(() => rmSync(join(folder, 'test'), { recursive: true, force: true }));
after(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(...args: string[]) {
  // Without this the inner run would report to the outer one in the outer one's own format.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return spawnSync(process.execPath, [runTests, ...args], { cwd: folder, encoding: 'utf8', env });
}

const passing = "import { test } from 'node:test';\ntest('holds', () => {});\ntest('holds as well', () => {});\n";
const failing = "import { test } from 'node:test';\ntest('breaks', () => { throw new Error('broken'); });\n";
const skipped = "import { test } from 'node:test';\ntest.skip('is put off', () => {});\n";

test('runs every test file below test/ and closes with their number', () => {
  write('test/one.test.ts', passing);
  write('test/deeper/two.test.ts', passing);
  write('test/not-a-test.ts', failing);
  const { status, stdout } = run();
  assert.equal(status, 0);
  assert.match(stdout, /^ℹ tests 4$/m);
});

test('fails when a test fails, or a file cannot be loaded', () => {
  write('test/one.test.ts', passing);
  write('test/two.test.ts', failing);
  assert.equal(run().status, 1);
  write('test/two.test.ts', "import './absent.ts';\n");
  assert.equal(run().status, 1);
});

test('runs only the file, the folder, or the tests, that were asked for', () => {
  write('test/one.test.ts', passing);
  write('test/deeper/three.test.ts', passing);
  write('test/two.test.ts', failing);
  assert.match(run('test/one.test.ts').stdout, /^ℹ tests 2$/m);
  assert.match(run('test/deeper').stdout, /^ℹ tests 2$/m);
  assert.match(run('test/one.test.ts', '--test-name-pattern', 'well').stdout, /^ℹ tests 1$/m);
});

test('fails when nothing ran: no file, no test in a file, no test of that name, every test skipped', () => {
  mkdirSync(join(folder, 'test'));
  const noFiles = run();
  assert.equal(noFiles.status, 1);
  assert.match(noFiles.stderr, /no test file matches "test\/\*\*\/\*\.test\.ts"/);
  write('test/one.test.ts', passing);
  assert.match(run('test/absent.test.ts').stderr, /no test file matches "test\/absent\.test\.ts"/);
  assert.match(run('--test-name-pattern', 'absent').stderr, /no test ran/);
  write('test/empty.test.ts', 'export {};\n');
  const empty = run();
  assert.equal(empty.status, 1);
  assert.match(empty.stderr, /these files hold no test: test\/empty\.test\.ts/);
  write('test/skipped.test.ts', skipped);
  assert.match(run('test/skipped.test.ts').stderr, /no test ran/);
});

test('refuses an option that it does not know with exit code 2 and its usage', () => {
  write('test/one.test.ts', passing);
  const { status, stderr } = run('--colour');
  assert.equal(status, 2);
  assert.match(stderr, /--colour[\s\S]*usage: npm test/);
});
