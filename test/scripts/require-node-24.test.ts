import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, test } from 'node:test';
import packageFile from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const requireNode24 = join(root, 'scripts/require-node-24.cjs');
const sentence = /^This program needs Node 24 or newer, and this is Node \d+\.\d+\.\d+: run "npm ci" .*\.\n$/;

const packageScripts = Object.entries(packageFile.scripts);

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'older-node-'));
});
after(() => rmSync(folder, { recursive: true }));

test('lets this Node pass without a word', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [requireNode24], { encoding: 'utf8' });
  assert.deepEqual({ status, stdout, stderr }, { status: 0, stdout: '', stderr: '' });
});

test('stops a program on an older version with one sentence, before its first line', () => {
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(pretend, `Object.defineProperty(process, 'versions', { value: { node: '22.19.0' } });\n`);
  const program = join(folder, 'program.ts');
  writeFileSync(program, `process.stdout.write('started');\n`);
  const result = spawnSync(process.execPath, ['-r', pretend, '-r', requireNode24, program], { encoding: 'utf8' });
  assert.equal(result.status, 1);
  assert.equal(result.stdout, '');
  assert.match(result.stderr, sentence);
  assert.match(result.stderr, /22\.19\.0/);
});

test('every npm script begins with the check of the version', () => {
  assert.ok(packageScripts.length > 0);
  for (const [name, command] of packageScripts) {
    assert.match(
      command,
      /^(?:node -r \.\/scripts\/require-node-24\.cjs |node scripts\/require-node-24\.cjs && |npm run )/,
      name,
    );
  }
});

const olderNode = findOlderNode();

test('on a real older Node every npm script is one sentence and exit code 1', {
  skip: olderNode ? false : 'no Node older than 24 is on the PATH of this machine',
}, () => {
  for (const [name, command] of packageScripts.filter(([, command]) => command.startsWith('node '))) {
    const result = spawnSync(command, { cwd: root, shell: true, encoding: 'utf8', env: { PATH: olderNode } });
    assert.deepEqual([result.status, result.stdout], [1, ''], name);
    assert.match(result.stderr, sentence, name);
  }
});

test('a broken node_modules/.bin/node, as a stopped installation leaves it, gives way to the Node behind it', {
  skip: olderNode ? false : 'no Node older than 24 is on the PATH of this machine',
}, () => {
  symlinkSync('../node/bin/absent', join(folder, 'node'));
  const env = { PATH: `${folder}${delimiter}${olderNode}` };
  const result = spawnSync(packageFile.scripts.test, { cwd: root, shell: true, encoding: 'utf8', env });
  assert.equal(result.status, 1);
  assert.match(result.stderr, sentence);
});

/** A folder of the PATH whose `node` is older than 24. */
function findOlderNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((path) => existsSync(join(path, 'node')));
  return folders.find((path) => {
    const { stdout } = spawnSync(join(path, 'node'), ['-p', 'parseInt(process.versions.node)'], { encoding: 'utf8' });
    return Number(stdout) > 0 && Number(stdout) < 24;
  });
}
