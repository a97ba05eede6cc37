import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { listSettings } from '#app/settings/all-settings.ts';
import packageFile from '../package.json' with { type: 'json' };
import { importTable } from './architecture/import-table.ts';
import { projectRoot, readMarkdownFiles } from './docs/markdown-files.ts';

// The changelog may name what is gone.
const files = readMarkdownFiles().filter(({ path }) => !path.startsWith('content/2') && path !== 'CHANGELOG.md');
const code = files.flatMap(({ path, inlineCode, codeBlocks }) =>
  [...inlineCode, ...codeBlocks].map(({ text, line }) => ({ text, place: `${path}:${line}` })),
);

test('every npm script that the documentation names exists', () => {
  const named = code.flatMap(({ text, place }) =>
    [...text.matchAll(/\bnpm (?:run )?(?:-s |--silent )?(start|test|(?<=run .*)[\w:-]+)/g)].map((match) => ({
      script: match[1] ?? '',
      place,
    })),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter(({ script }) => !(script in packageFile.scripts)),
    [],
  );
});

test('every path of ours that the documentation names exists', () => {
  const top = readdirSync(projectRoot, { withFileTypes: true });
  const folders = top.filter((entry) => entry.isDirectory() && entry.name !== 'node_modules').map(({ name }) => name);
  const isOurPath = (text: string) => /^[\w./-]+$/.test(text) && folders.includes(text.split('/', 1)[0] ?? '');
  // Issues are examples: which ones there are is the editors' affair.
  const isExample = (text: string) => text.startsWith('data/') || /^content\/.+\//.test(text);
  // A record is not rewritten when a newer one replaces it.
  const replaced = findReplacedRecords();
  assert.ok(replaced.length > 0);
  const isHistory = (place: string) => replaced.some((record) => place.startsWith(`${record}:`));
  const named = code.filter(
    ({ text, place }) => text.includes('/') && isOurPath(text) && !isExample(text) && !isHistory(place),
  );
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter(({ text }) => !existsSync(join(projectRoot, text))),
    [],
  );
});

test('ARCHITECTURE.md shows the import table as the test enforces it', () => {
  const text = readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8');
  const names = (cell = '') => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]);
  const shown = [...text.matchAll(/^\| `([^`]+)`( \(pure\))? \|([^|]+)\|([^|]+)\|([^|]+)\|$/gm)].map(
    ([, folder, pure, , imports, packages]) => ({
      folder,
      isPure: pure !== undefined,
      imports: names(imports),
      packages: names(packages),
    }),
  );
  assert.deepEqual(
    shown,
    Object.entries(importTable).map(([folder, { rooms: _, ...rule }]) => ({ folder, ...rule })),
  );
});

test('ARCHITECTURE.md says of every room what lives there, in the order of the import table', () => {
  const section =
    readFileSync(join(projectRoot, 'ARCHITECTURE.md'), 'utf8').split('\n## Rooms\n')[1]?.split('\n## ')[0] ?? '';
  const shown = [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \|$/gm)].map(([, folder, cell = '']) => ({
    folder,
    rooms: cell.split('; ').map((room) => /^`([^`]+)` \S/.exec(room)?.[1]),
  }));
  const rules = Object.entries(importTable).filter(([, { rooms }]) => rooms);
  assert.deepEqual(
    shown,
    rules.map(([folder, { rooms }]) => ({ folder, rooms })),
  );
});

test('.env.example lists exactly the settings that the program reads', () => {
  const example = readFileSync(join(projectRoot, '.env.example'), 'utf8');
  const listed = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]);
  const read = globSync('src/{app,platforms}/**/*.ts', { cwd: projectRoot }).flatMap((path) => {
    const source = readFileSync(join(projectRoot, path), 'utf8');
    return [...source.matchAll(/\bread\w*\((?:\w+, )?'([A-Z0-9_]+)'/g)].map((match) => match[1]);
  });
  assert.ok(read.length > 0, 'no readSetting(environment, NAME) or the like found under src/app and src/platforms');
  const names = Object.keys(listSettings());
  const ofTheSystem = ['HOME', 'XDG_STATE_HOME'];
  assert.deepEqual(listed.sort(), names.toSorted());
  assert.deepEqual(
    read.filter((name) => ![...names, ...ofTheSystem].includes(name ?? '')),
    [],
    'read by hand, and no setting as data',
  );
});

function findReplacedRecords(): string[] {
  const list = readFileSync(join(projectRoot, 'docs/decisions/README.md'), 'utf8');
  return Array.from(
    list.matchAll(/\]\((\d{4}-[\w-]+\.md)\) \(.*replaced by/g),
    ([, record]) => `docs/decisions/${record}`,
  );
}
