import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { listProcesses } from '../../scripts/list-processes.ts';

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
  return runIn(process.env, ...args);
}

function runIn(environment: NodeJS.ProcessEnv, ...args: string[]) {
  // Without this the inner run would report to the outer one in the outer one's own format.
  const { NODE_TEST_CONTEXT: _, ...env } = environment;
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

test('a file whose tests stand in what it imports holds them', () => {
  write('test/storage/contract.ts', passing);
  write('test/storage/one.test.ts', "import './contract.ts';\n");
  write('test/storage/two.test.ts', passing);
  const { status, stderr } = run();
  assert.equal(status, 0, stderr);
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

test('files that take values and give values share a process, and are told apart all the same', () => {
  const telling = `process.stdout.write(\`pid \${process.pid}\\n\`);\n${passing}`;
  write('test/facts/one.test.ts', telling);
  write('test/facts/two.test.ts', telling);
  write('test/storage/three.test.ts', telling);
  write('test/storage/four.test.ts', telling);
  const { status, stdout } = run();
  assert.equal(status, 0);
  assert.match(stdout, /^ℹ tests 8$/m);
  assert.equal(new Set(stdout.match(/(?<=^pid )\d+$/gm)).size, 3);
  assert.doesNotMatch(stdout, /left in the temporary folder/);
  write('test/facts/two.test.ts', 'export {};\n');
  assert.match(run().stderr, /these files hold no test: test\/facts\/two\.test\.ts$/m);
  write('test/facts/two.test.ts', failing);
  assert.match(run().stdout, /test at test\/facts\/two\.test\.ts:2[\s\S]*✖ breaks/);
  write('test/facts/two.test.ts', "import './absent.ts';\n");
  const broken = run();
  assert.equal(broken.status, 1);
  assert.match(broken.stdout, /facts\/absent\.ts' imported from \S+test\/facts\/two\.test\.ts/);
});

test('refuses an option that it does not know with exit code 2 and its usage', () => {
  write('test/one.test.ts', passing);
  const { status, stderr } = run('--colour');
  assert.equal(status, 2);
  assert.match(stderr, /--colour[\s\S]*usage: npm test/);
});

const hanging = `import { test } from 'node:test';
import { spawn } from 'node:child_process';
test('hangs', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
  process.stdout.write(\`child \${child.pid}\\n\`);
  await new Promise((resolve) => setTimeout(resolve, 3_600_000));
});
`;

test('a file that hangs with a process that it has started is ended with it, and its test is named', async () => {
  write('test/hanging.test.ts', hanging);
  write('test/one.test.ts', passing);
  const { status, stdout } = run('--test-timeout', '10000');
  assert.equal(status, 1);
  assert.match(stdout, /✖ hangs/);
  assert.match(stdout, /hanging\.test\.ts was not over after 15 s: ended 2 processes/);
  assert.match(stdout, /^ℹ pass 2$/m);
  const child = Number(/^child (\d+)$/m.exec(stdout)?.[1]);
  // Ended, it may still be waiting for whoever inherited it.
  const isRunning = () => listProcesses().some(({ pid }) => pid === child);
  while (isRunning()) await setImmediate();
});

test('prints the seed of the run, which is another one the next time, or the one that is asked for', () => {
  write('test/one.test.ts', passing);
  const { TEST_SEED: _, ...unset } = process.env;
  const seedOf = (env: NodeJS.ProcessEnv) => /^seed of this run: (\d+)/m.exec(runIn(env).stdout)?.[1];
  assert.notEqual(seedOf(unset), seedOf(unset));
  assert.equal(seedOf({ ...unset, TEST_SEED: '7' }), '7');
});

test('an endurance run says first which files it runs, and what each does and takes; --help says it without running', () => {
  write('test/endurance/long.endurance.ts', `// Boils kettles. About 2 hours.\n${passing}`);
  for (const words of [['--endurance'], ['--endurance', '--help']]) {
    const { status, stdout } = run(...words);
    assert.equal(status, 0);
    assert.match(stdout, /test\/endurance\/long\.endurance\.ts\n\s+Boils kettles\. About 2 hours\./);
    assert.equal(/✔ holds/.test(stdout), words.length === 1);
  }
});

test('every long run says in its head what it does and how long that takes', () => {
  const root = join(import.meta.dirname, '../..');
  const files = globSync('test/endurance/*.endurance.ts', { cwd: root });
  assert.ok(files.length > 5);
  const isSilent = (file: string) =>
    !/^\/\/ (?:.*\n\/\/ )*?.*\b(?:minutes?|hours?)\b/.test(readFileSync(join(root, file), 'utf8'));
  assert.deepEqual(files.filter(isSilent), []);
});

test('whatever tests leave in the temporary folder is named, and gone after the run', () => {
  const leaving = `import { test } from 'node:test';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
test('leaves', () => process.stdout.write(\`here \${mkdtempSync(tmpdir() + '/kettle-')}\\n\`));
`;
  write('test/leaving.test.ts', leaving);
  const { stdout, status } = run();
  assert.equal(status, 0);
  const [, path = ''] = /^here (.+)$/m.exec(stdout) ?? [];
  assert.match(stdout, /ℹ left in the temporary folder, and removed: kettle-/);
  assert.ok(!existsSync(dirname(path)));
});

test('broken off by a signal, it leaves no file running, nor what a file has started', {
  skip: process.platform === 'win32' ? 'there are no signals' : false,
}, async () => {
  const mark = join(folder, 'started-by-a-test.mjs');
  writeFileSync(mark, 'setInterval(() => {}, 1000);\n');
  write(
    'test/hangs.test.ts',
    `import { spawn } from 'node:child_process';
import { test } from 'node:test';
test('hangs', () => new Promise(() => {
  spawn(process.execPath, [${JSON.stringify(mark)}], { stdio: 'ignore' });
}));
`,
  );
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const own = () =>
    listProcesses().filter(({ command }) => command.includes(mark) || command.includes('hangs.test.ts'));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const runner = spawn(process.execPath, [runTests], { cwd: folder, env, stdio: 'ignore' });
    const ended = once(runner, 'exit');
    while (!own().some(({ command }) => command.includes(mark))) await sleep(100);
    runner.kill(signal);
    const [exitCode] = await ended;
    assert.equal(exitCode, signal === 'SIGTERM' ? 143 : 130);
    // A process that was killed is listed until its parent has heard of it.
    while (own().length > 0) await sleep(100);
  }
});
