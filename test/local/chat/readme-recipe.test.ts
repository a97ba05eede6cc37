import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { projectRoot, runProgram } from '../../scenarios/terminal-processes.ts';
import { makeFolder } from '../../storage/store-address.ts';

const skip = process.platform === 'win32' && 'the recipe is for a shell of Unix';

test('the issue that local/README.md has a newcomer write is one, of today, with a fact that it proves', {
  skip,
}, async (t) => {
  const readme = readFileSync(join(projectRoot, 'local', 'README.md'), 'utf8');
  const [, recipe = ''] = /```sh\n(day=[\s\S]*?)```/.exec(readme) ?? [];
  const folder = makeFolder(t);
  const before = new Date().toISOString().slice(0, 10);
  const { status, stderr } = spawnSync('sh', ['-c', recipe.replaceAll('/tmp/newsletter', folder)], {
    encoding: 'utf8',
  });
  assert.deepEqual([status, stderr], [0, '']);
  const [facts = '', issue = '', ...others] = readdirSync(folder).sort();
  assert.deepEqual(others, []);
  assert.match(issue, /^\d{4}-\d\d-\d\d\.md$/);
  assert.ok(issue >= before, `${issue} is of another day`);
  assert.equal(facts, issue.replace(/md$/, 'facts.yaml'));
  const { output, exitCode } = await runProgram(['check-content', folder]);
  assert.equal(exitCode, 0, output);
  assert.match(output, /1 fact/);
});
