import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readCompareOptions } from '../../../bench/originals/read-compare-options.ts';
import { originalLines } from './read-files.ts';

const program = join(import.meta.dirname, '../../../bench/compare-originals.ts');
let root: string;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'originals-'));
  for (const folder of ['originals', 'content']) {
    mkdirSync(join(root, folder));
    writeFileSync(join(root, folder, '2026-W10.md'), originalLines.slice(folder === 'originals' ? 0 : 1).join('\n'));
  }
});

after(() => rmSync(root, { recursive: true, force: true }));

test('folders and --json are read; what is not known is named with the usage', () => {
  assert.deepEqual({ ...readCompareOptions([]) }, { originals: undefined, content: undefined, json: false });
  assert.deepEqual({ ...readCompareOptions(['a', 'b', '--json']) }, { originals: 'a', content: 'b', json: true });
  for (const args of [['--jsn'], ['a', 'b', 'c']]) {
    const reading = readCompareOptions(args);
    assert.ok('exitCode' in reading && reading.exitCode === 2);
    assert.match(reading.text, /^(?:.*--jsn|c: expected two folders)/);
    assert.match(reading.text, /^usage: npm run -s compare-originals/m);
  }
  const help = readCompareOptions(['--help']);
  assert.ok('exitCode' in help && help.exitCode === 0);
});

test('a folder that is not there is exit code 2, and one sentence', () => {
  const { status, stderr } = spawnSync(process.execPath, [program, join(root, 'none')], { encoding: 'utf8' });
  assert.deepEqual([status, stderr.split('\n').length], [2, 2], stderr);
});

test('what nobody gave a reason for, and a reason for nothing, is exit code 1; --json says it to programs', () => {
  const { status, stdout } = spawnSync(process.execPath, [program, 'originals', 'content', '--json'], {
    cwd: root,
    encoding: 'utf8',
  });
  const { issues, articles, open, outdated } = JSON.parse(stdout);
  // The list is that of the real issues, none of which is here.
  assert.deepEqual([status, issues, articles, open, outdated.length > 0], [1, 1, 2, [], true]);
});
