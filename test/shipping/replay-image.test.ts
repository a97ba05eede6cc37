import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listShippedPaths } from '../../scripts/shipped-packages.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';
import { tryImage } from './try-image.ts';

/** What `npm ci` without development leaves there, without the network: our own copies of exactly those packages, less what no program loads. */
function copyShippedPackages(workingFolder: string): void {
  const lock = JSON.parse(readFileSync(join(workingFolder, 'package-lock.json'), 'utf8'));
  for (const path of listShippedPaths(lock)) {
    const source = join(projectRoot, path);
    // Packages within packages are entries of the lock file themselves, and may be of development; deeper, such a folder is code.
    const isOwn = (inside: string) => inside !== join(source, 'node_modules');
    const isLoaded = (inside: string) => !/\.(?:d\.[cm]?ts|map|md)$/.test(inside);
    cpSync(source, join(workingFolder, path), {
      recursive: true,
      filter: (inside) => isOwn(inside) && isLoaded(inside),
    });
  }
}

/** The same, with development. */
function linkPackages(workingFolder: string): void {
  symlinkSync(join(projectRoot, 'node_modules'), join(workingFolder, 'node_modules'));
}

/** The Node that runs the tests, which is the image's: the machine's own may be older. */
function runNode(workingFolder: string, command: string): void {
  const { status, stderr } = spawnSync(process.execPath, command.split(' ').slice(1), { cwd: workingFolder });
  assert.equal(status, 0, stderr.toString());
}

function makeFolder(_: string, command: string): void {
  mkdirSync(command.slice('mkdir '.length));
}

const steps = {
  'npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund': copyShippedPackages,
  'npm ci --ignore-scripts --no-audit --no-fund': linkPackages,
  'node /tools/scripts/bundle/write-bundle.ts /bundle /app': runNode,
  'mkdir /data': makeFolder,
};

test('what the Dockerfile makes starts with the shipped packages alone, is healthy, answers, and ends when told to', async () => {
  const commands: string[] = [];
  await tryImage((command, workingFolder, original) => {
    const step = Object.entries(steps).find(([name]) => name === original)?.[1];
    assert.ok(step, `a step that this test does not know: ${original}`);
    commands.push(original);
    step(workingFolder, command);
  });
  assert.deepEqual(commands, Object.keys(steps));
});
