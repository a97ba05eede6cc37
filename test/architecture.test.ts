import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import packageFile from '../package.json' with { type: 'json' };
import { findBadNames } from './architecture/find-bad-names.ts';
import { findCrowdedFolders } from './architecture/find-crowded-folders.ts';
import { findViolations } from './architecture/find-violations.ts';
import { importTable, longFiles } from './architecture/import-table.ts';
import { listFiles } from './architecture/source-folders.ts';

const root = join(import.meta.dirname, '..');

test('every file under src keeps to the import table, stays small and tells by its name what is inside', () => {
  const violations = findViolations(join(root, 'src'), { importTable, longFiles });
  assert.deepEqual(violations, []);
});

test('no folder under src holds more files than one concern needs', () => {
  assert.deepEqual(findCrowdedFolders(listFiles(join(root, 'src'))), []);
});

test('files outside src tell by their names what is inside, too', () => {
  const folders = ['bench', 'local', 'scripts', 'test'].filter((folder) => existsSync(join(root, folder)));
  assert.ok(folders.includes('test'), `test is not in ${root}`);
  const names = folders.flatMap((folder) => listFiles(join(root, folder)).map((path) => `${folder}/${path}`));
  assert.deepEqual(names.filter((name) => !name.startsWith('test/fixtures/')).flatMap(findBadNames), []);
});

test('every row of the import table has a folder, and names only rows and files that exist', () => {
  for (const [row, { imports, rooms = [] }] of Object.entries(importTable)) {
    for (const path of [row, ...imports, ...rooms.map((room) => `${row}/${room}`)]) {
      assert.ok(existsSync(join(root, 'src', path)), `${path}, in the row of ${row}, is not in src`);
    }
  }
});

test('every package that users install is in the import table and in use, and no other is', () => {
  const listed = new Set(Object.values(importTable).flatMap(({ packages }) => packages));
  const installed = Object.keys(packageFile.dependencies);
  assert.deepEqual([...listed].sort(), installed.sort());
  const sources = listFiles(join(root, 'src')).filter((path) => path.endsWith('.ts'));
  const text = sources.map((path) => readFileSync(join(root, 'src', path), 'utf8')).join('\n');
  assert.deepEqual(
    installed.filter((name) => !text.includes(`'${name}'`) && !text.includes(`'${name}/`)),
    [],
  );
});
