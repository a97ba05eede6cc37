import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { listShippedPaths } from '../../scripts/shipped-packages.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';
import { tryImage } from './try-image.ts';

/** What `npm ci` leaves there, without the network: our own copies of exactly those packages, less what no program loads. */
function copyShippedPackages(workingFolder: string): void {
  const lock = JSON.parse(readFileSync(join(workingFolder, 'package-lock.json'), 'utf8'));
  for (const path of listShippedPaths(lock)) {
    const source = join(projectRoot, path);
    // Packages within packages are entries of the lock file themselves, and may be of development.
    const isOwn = (inside: string) => inside === source || basename(inside) !== 'node_modules';
    const isLoaded = (inside: string) => !/\.(?:d\.[cm]?ts|map|md)$/.test(inside);
    cpSync(source, join(workingFolder, path), {
      recursive: true,
      filter: (inside) => isOwn(inside) && isLoaded(inside),
    });
  }
}

test('what the Dockerfile makes starts with the shipped packages alone, is healthy, answers, and ends when told to', async () => {
  const commands: string[] = [];
  await tryImage((command, workingFolder) => {
    commands.push(command.split(/ (?=\/)/)[0] ?? '');
    if (command.startsWith('npm ci ')) copyShippedPackages(workingFolder);
    else if (command.startsWith('mkdir ')) mkdirSync(command.slice('mkdir '.length));
    else assert.fail(`a step that this test does not know: ${command}`);
  });
  assert.deepEqual(commands, ['npm ci --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund', 'mkdir']);
});
