import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { findCrowdedFolders } from './architecture/find-crowded-folders.ts';
import { findViolations } from './architecture/find-violations.ts';
import { readSource } from './architecture/read-source.ts';

const importTable = {
  core: { imports: [], packages: ['yaml'], isPure: true },
  shell: { imports: ['core'], packages: ['@scope/sdk'], isPure: false },
  app: { imports: ['core', 'shell', 'platforms/one/spec.ts'], packages: [], isPure: false },
  'platforms/one': { imports: ['core'], packages: [], isPure: false },
  'platforms/two': { imports: ['core'], packages: [], isPure: false },
  house: { imports: [], packages: [], isPure: true, rooms: ['.', 'ground', 'first'] },
  'main.ts': { imports: ['app'], packages: [], isPure: false },
};

/** What the checker says to a `src/` folder of these files, each violation up to its remedy. */
function check(files: Record<string, string>, longFiles: Record<string, string> = {}): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'architecture-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return findViolations(folder, { importTable, longFiles }).map((violation) => violation.replace(/;.*/, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('reports each forbidden import with its place, in whatever form it is written', () => {
  const violations = check({
    'core/from.ts': "import { a } from './fine.ts';\nimport {\n  b,\n} from '#shell/b.ts';\n",
    'core/types-only.ts': "import type { B } from '#shell/b.ts';\n",
    'core/side-effect.ts': "import '#shell/b.ts';\n",
    'core/export.ts': "export { b } from '#shell/b.ts';\n",
    'core/dynamic.ts': "const b = await import(\n  '#shell/b.ts'\n);\n",
    'core/type-expression.ts': 'type B = import("#shell/b.ts").B;\n',
    'core/in-a-constant.ts': "const place = '#shell/b.ts';\n",
    'core/in-a-template.ts': 'const b = `a ${await import(`#shell/b.ts`)} b`;\n',
    'core/after-an-expression.ts': "const half = /['\"]/.test(x) ? a / 2 : b / 2; import('#shell/b.ts');\n",
    'core/unknown-folder.ts': "import '#nowhere/b.ts';\n",
    'core/by-path.ts': "import '../shell/b.ts';\n",
    'core/own-by-hash.ts': "import '#core/fine.ts';\n",
    'core/out-of-src.ts': "const read = new URL('../../package.json', import.meta.url);\n",
    'core/built-in.ts': "import { join } from 'node:path';\n",
    'core/package.ts': "import yaml from 'yaml';\nimport zod from 'zod/v4';\n",
    'core/package-types.ts': "import type { Token } from 'markdown-it';\n",
    'shell/scoped.ts': "import sdk from '@scope/sdk/web';\nimport other from '@scope/other';\n",
    'shell/required.ts': "const zod = require('zod');\n",
    'platforms/two/neighbour.ts': "import '#platforms/one/spec.ts';\nimport '../one/spec.ts';\n",
    'app/one-file-only.ts': "import '#platforms/one/spec.ts';\nimport '#platforms/one/other.ts';\n",
    'main.ts': "import '#app/start.ts';\nimport './core/fine.ts';\nimport '#core/fine.ts';\n",
  });
  assert.deepEqual(violations, [
    'app/one-file-only.ts:2: #platforms/one/other.ts',
    'core/after-an-expression.ts:1: #shell/b.ts',
    'core/built-in.ts:1: node:path',
    'core/by-path.ts:1: ../shell/b.ts',
    'core/dynamic.ts:2: #shell/b.ts',
    'core/export.ts:1: #shell/b.ts',
    'core/from.ts:4: #shell/b.ts',
    'core/in-a-constant.ts:1: #shell/b.ts',
    'core/in-a-template.ts:1: #shell/b.ts',
    'core/out-of-src.ts:1: ../../package.json',
    'core/own-by-hash.ts:1: #core/fine.ts',
    'core/package-types.ts:1: markdown-it',
    'core/package.ts:2: zod/v4',
    'core/side-effect.ts:1: #shell/b.ts',
    'core/type-expression.ts:1: #shell/b.ts',
    'core/types-only.ts:1: #shell/b.ts',
    'core/unknown-folder.ts:1: #nowhere/b.ts',
    'main.ts:2: ./core/fine.ts',
    'main.ts:3: #core/fine.ts',
    'platforms/two/neighbour.ts:1: #platforms/one/spec.ts',
    'platforms/two/neighbour.ts:2: ../one/spec.ts',
    'shell/required.ts:1: zod',
    'shell/scoped.ts:2: @scope/other',
  ]);
});

test('in a folder with rooms, reports what uses a room above, stands in no room or goes the wrong way about it', () => {
  const violations = check({
    'house/plan.ts': "import { a } from '#house/ground/a.ts';\nimport { b } from './other.ts';\n",
    'house/ground/a.ts': "import '#house/plan.ts';\nimport './b.ts';\nimport '../data/list.json';\n",
    'house/ground/b.ts': "import type { C } from '#house/first/c.ts';\nimport '#house/ground/a.ts';\n",
    'house/first/c.ts': "import '#house/ground/a.ts';\nimport '../ground/a.ts';\nimport '../plan.ts';\nDate.now();\n",
    'house/attic/d.ts': "import './e.ts';\n",
  });
  assert.deepEqual(violations, [
    'house/attic/d.ts: no room attic in the row of house in test/architecture/import-table.ts',
    'house/first/c.ts:2: ../ground/a.ts',
    'house/first/c.ts:3: ../plan.ts',
    'house/first/c.ts:4: Date.now',
    'house/ground/b.ts:1: #house/first/c.ts',
    'house/ground/b.ts:2: #house/ground/a.ts',
    'house/plan.ts:1: #house/ground/a.ts',
  ]);
});

test('reports a folder that holds too many files, whatever lies in the folders below it', () => {
  const fill = (folder: string, length: number) => Array.from({ length }, (_, i) => `${folder}/file-${i}.ts`);
  const files = [...fill('core', 14), 'core/data.json', ...fill('core/deeper', 15), ...fill('shell', 20)];
  assert.deepEqual(
    findCrowdedFolders(files).map((problem) => problem.replace(/;.*/, '')),
    ['core/deeper: 15 files, more than 14', 'shell: 20 files, more than 14'],
  );
});

test('reports hidden inputs and outputs: the environment, the console, and in pure folders clock and chance', () => {
  const violations = check({
    'core/clock.ts':
      'const a = Date.now();\nconst b = new Date();\nconst c = new Date;\nconst d = performance.now();\n',
    'core/chance.ts': 'const a = Math.random();\nconst b = crypto.randomUUID();\n',
    'core/environment.ts': 'const a = process.env.HOME;\n',
    'shell/console.ts': 'console.log(1);\n',
    'shell/environment.ts': 'const a = `${process.env.HOME}`;\n',
  });
  assert.deepEqual(violations, [
    'core/chance.ts:1: Math.random',
    'core/chance.ts:2: crypto.',
    'core/clock.ts:1: Date.now',
    'core/clock.ts:2: new Date',
    'core/clock.ts:3: new Date',
    'core/clock.ts:4: performance.now',
    'core/environment.ts:1: process.env',
    'shell/console.ts:1: console.',
    'shell/environment.ts:1: process.env',
  ]);
});

test('reports files that are too long, have no row, or have a name that says nothing', () => {
  const tooLong = 'export {};\n'.repeat(251);
  const files = {
    'core/long.ts': tooLong,
    'core/long-with-reason.ts': tooLong,
    'core/short-now.ts': 'export {};\n',
    'core/data.json': '1\n'.repeat(251),
    'core/types.ts': '',
    'core/index.ts': '',
    'core/utils/trim.ts': '',
    'core/string-helpers.ts': '',
    'core/common-words.ts': '',
    'extra/thing.ts': '',
  };
  const reasons = { 'core/long-with-reason.ts': 'a table', 'core/short-now.ts': 'was one', 'core/gone.ts': 'was one' };
  const violations = check(files, reasons);
  assert.deepEqual(violations, [
    'core/index.ts: the name does not tell what is inside',
    'core/long.ts: 251 lines, more than 250',
    'core/short-now.ts: listed in longFiles and short',
    'core/string-helpers.ts: the name does not tell what is inside',
    'core/types.ts: the name does not tell what is inside',
    'core/utils/trim.ts: the name does not tell what is inside',
    'extra/thing.ts: no row for extra in test/architecture/import-table.ts',
    'core/gone.ts: listed in longFiles and absent',
  ]);
});

test('has nothing to say to what is allowed', () => {
  const violations = check({
    'core/fine.ts': [
      "import { parse } from 'yaml';",
      "import { b } from './b.ts';",
      "import { c } from './deeper/c.ts';",
      '// Neither Date.now() nor import "#shell/b.ts" in a comment counts,',
      '/* nor console.log(process.env) in this one */',
      'const words = \'console.log and Date.now() in a string, copied from "zod"\';',
      'const pattern = /console\\.log|new Date\\(\\)|["\']/;',
      'const at = new Date(atMs);',
      "const heading = '#core';",
      "const up = '../';",
      "const text = 'it moved from', other = 'node:fs';",
    ].join('\n'),
    'core/deeper/c.ts': "import '../b.ts';\nimport '#core/b.ts';\n",
    'shell/fine.ts': "import { join } from 'node:path';\nimport { a } from '#core/fine.ts';\nconst a = Date.now();\n",
    'app/fine.ts': "const home = process.env.HOME;\nnew URL('../../package.json', import.meta.url);\n",
    'main.ts': "const { start } = await import('#app/start.ts');\n",
  });
  assert.deepEqual(violations, ['core/deeper/c.ts:2: #core/b.ts']);
});

test('tells code from strings, comments and regular expressions', () => {
  const text = [
    'const a = b / c; const d = e / f; // g',
    'const r = x.replace(/[/\'`]/g, "\'");',
    'const t = `one ${`two ${"three"} four`} five`;',
    'const { u } = { v: `}` };',
  ].join('\n');
  const { code, strings } = readSource(text);
  assert.deepEqual(
    strings.map((s) => s.text),
    ["'", 'one ', 'two ', 'three', ' four', ' five', '}'],
  );
  assert.equal(code.length, text.length);
  assert.match(code, /^const a = b \/ c; const d = e \/ f; {5}\nconst r = x\.replace\( +, +\);\n/);
});
