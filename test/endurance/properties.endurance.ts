// Every property test with all its cases, of which `npm test` tries a fifth. About 10 minutes.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

const projectRoot = join(import.meta.dirname, '..', '..');
const seed = process.env.ENDURANCE_SEED ?? '20171013';

/** The test files that try such cases, or import what does. */
function listPropertyTests(): string[] {
  const files = globSync('test/**/*.ts', { cwd: projectRoot }).filter(
    (file) => !file.startsWith(join('test', 'endurance')),
  );
  const texts = new Map(files.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')]));
  const direct = files.filter((file) => texts.get(file)?.includes('assert-property.ts'));
  const names = direct.map((file) => `/${basename(file)}'`);
  return files.filter(
    (file) =>
      file.endsWith('.test.ts') && (direct.includes(file) || names.some((name) => texts.get(file)?.includes(name))),
  );
}

test(`every property holds in all cases (TEST_SEED=${seed} for the new ones)`, (t) => {
  const files = listPropertyTests();
  assert.ok(files.length > 30, `only ${files.length} files try properties`);
  // Without this the inner run would report to the outer one in the outer one's own format.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('scripts', 'run-tests.ts'), ...files], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...env, TEST_CASES: 'all', TEST_SEED: seed },
  });
  t.diagnostic(`${files.length} files`);
  assert.equal(status, 0, `${stdout.slice(-20_000)}\n${stderr}`);
});
