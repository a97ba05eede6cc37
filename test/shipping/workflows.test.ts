import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import packageFile from '../../package.json' with { type: 'json' };
import { projectRoot } from '../scenarios/terminal-processes.ts';
import { readProjectFile, readProjectYaml } from './read-project-file.ts';

interface Workflow {
  readonly permissions?: unknown;
  readonly jobs: Readonly<
    Record<string, { 'timeout-minutes'?: number; steps: readonly Step[]; permissions?: unknown }>
  >;
}

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

const files = globSync('.github/workflows/*.yml', { cwd: projectRoot });
const workflows = files.map((file) => ({ file, ...readProjectYaml<Workflow>(file) }));
const steps = workflows.flatMap(({ file, jobs }) =>
  Object.values(jobs).flatMap((job) => job.steps.map((step) => ({ file, ...step }))),
);

test('no workflow can write to the repository, or leaves a token where a step could take it', () => {
  assert.ok(workflows.length >= 2);
  for (const { file, permissions, jobs } of workflows) {
    assert.deepEqual(permissions, { contents: 'read' }, file);
    for (const job of Object.values(jobs)) {
      assert.equal(job.permissions, undefined, file);
      assert.ok(job['timeout-minutes'], `${file}: a job without an end`);
    }
  }
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  assert.ok(checkouts.every(({ with: options }) => options?.['persist-credentials'] === false));
});

test('every action has a version, and none is by somebody else than GitHub', () => {
  const used = steps.flatMap(({ uses }) => uses ?? []);
  assert.ok(used.length > 0);
  assert.deepEqual(
    used.filter((name) => !/^actions\/[a-z-]+@v\d+$/.test(name)),
    [],
  );
});

test('both architectures are built, known vulnerabilities looked for, and every npm script run is one of ours', () => {
  const image = readProjectFile('.github/workflows/image.yml');
  for (const platform of ['linux/amd64', 'linux/arm64']) assert.ok(image.includes(platform));
  const commands = steps.flatMap(({ run }) => run ?? []);
  assert.ok(commands.some((command) => /^npm audit\b/.test(command)));
  const scripts = commands.flatMap((command) => [...command.matchAll(/npm run (?:-s )?([\w:-]+)/g)]);
  assert.deepEqual(
    scripts.map(([, name = '']) => name).filter((name) => !(name in packageFile.scripts)),
    [],
  );
});
