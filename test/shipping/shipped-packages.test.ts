import assert from 'node:assert/strict';
import { test } from 'node:test';
import packageFile from '../../package.json' with { type: 'json' };
import lock from '../../package-lock.json' with { type: 'json' };
import { listShippedPackages, listShippedPaths, renderLicences } from '../../scripts/shipped-packages.ts';
import { readProjectFile } from './read-project-file.ts';

interface Locked {
  readonly hasInstallScript?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly integrity?: string;
  readonly link?: boolean;
}

const packages = lock.packages as Readonly<Record<string, Locked>>;
const versions = Object.fromEntries(Object.entries(lock.packages).map(([path, { version }]) => [path, version]));
/** Licences that ask for nothing but to be named. */
const permissive = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'PSF-2.0',
  'Unlicense',
  'Zlib',
];

test('docs/licences.md lists what is shipped; "npm run licences" writes it anew', () => {
  assert.equal(readProjectFile('docs/licences.md'), renderLicences(listShippedPackages(lock)));
});

test('whatever is shipped is under a licence that asks for no more than its name', () => {
  const shipped = listShippedPackages(lock);
  assert.ok(shipped.length > 100);
  assert.deepEqual(
    // Of some packages, parts are under one licence and parts under another.
    shipped.filter(
      ({ licence }) =>
        !licence
          .split(/ AND |[()]/)
          .filter(Boolean)
          .every((one) => permissive.includes(one)),
    ),
    [],
  );
});

test('nothing that is shipped runs a script when it is installed, or is made for one machine only', () => {
  const shipped = listShippedPaths(lock).map((path) => [path, packages[path] ?? {}] as const);
  assert.deepEqual(
    shipped.filter(([, { hasInstallScript, os, cpu }]) => hasInstallScript || os || cpu),
    [],
  );
});

test('no version of a package is shipped twice, which would be loaded twice (each copy of undici takes 2 MB)', () => {
  const shipped = listShippedPaths(lock).map((path) => `${path.replace(/^.*node_modules\//, '')} ${versions[path]}`);
  assert.deepEqual(
    shipped.filter((one, at) => shipped.indexOf(one) !== at),
    // A few kilobytes: discord.js itself wants an older one in the place that both could share.
    ['@discordjs/collection 2.1.1'],
  );
});

test('no package runs a script when it is installed but those that package.json lets', () => {
  const scripted = Object.entries(packages)
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => path.replace(/^.*node_modules\//, ''));
  assert.deepEqual(scripted.sort(), Object.keys(packageFile.allowScripts).sort());
});

test('every package is pinned by its content', () => {
  const loose = Object.entries(packages).filter(([path, { integrity, link }]) => path !== '' && !(integrity || link));
  assert.deepEqual(
    loose.map(([path]) => path),
    [],
  );
});
