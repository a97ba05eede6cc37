import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { readMemorySettings } from '../../scripts/memory-settings.ts';
import { projectRoot } from '../scenarios/terminal-processes.ts';
import { foreignVariables, listSettings, readProjectFile } from './read-project-file.ts';

const path = 'deploy/works-on-arm-bot.service';
const entries = [...readProjectFile(path).matchAll(/^(\w+)=(.*)$/gm)].map(([, key = '', value = '']) => [key, value]);
const valuesOf = (wanted: string) => entries.filter(([key]) => key === wanted).map(([, value = '']) => value);

test('the unit starts the program in its folder, with settings that there are, and keeps the store in its own state', () => {
  const variables = valuesOf('Environment').map((line) => line.split('=', 2));
  const settings = listSettings();
  assert.deepEqual(
    variables.map(([name = '']) => name).filter((name) => !foreignVariables.includes(name) && !settings.has(name)),
    [],
  );
  for (const [name, value] of Object.entries(readMemorySettings()))
    assert.equal(valuesOf('Environment').includes(`${name}=${value}`), true, `${name} is another than the image's`);
  const [state = ''] = valuesOf('StateDirectory');
  assert.equal(Object.fromEntries(variables).DATABASE_URL, `sqlite:/var/lib/${state}/bot.sqlite`);
  assert.equal(Object.fromEntries(variables).NODE_COMPILE_CACHE, `/var/cache/${valuesOf('CacheDirectory')[0]}`);
  assert.deepEqual(valuesOf('ExecStart'), ['/usr/bin/env node main.js start']);
  assert.ok(Number(valuesOf('TimeoutStopSec')[0]) > 10, 'the program gives itself 10 seconds to stop');
});

test('the unit gives the program no rights, and takes nothing from it that V8 needs', () => {
  assert.deepEqual([valuesOf('DynamicUser'), valuesOf('NoNewPrivileges')], [['yes'], ['yes']]);
  assert.deepEqual([valuesOf('ProtectSystem'), valuesOf('CapabilityBoundingSet')], [['strict'], ['']]);
  assert.deepEqual(valuesOf('MemoryDenyWriteExecute'), []);
});

const analyze = spawnSync('systemd-analyze', ['--version'], { encoding: 'utf8' });
const isMissing = analyze.status !== 0 && 'systemd-analyze is not on this machine';

test('systemd itself understands the unit, and finds it well shut off', { skip: isMissing }, () => {
  const unit = join(projectRoot, path);
  const verified = spawnSync('systemd-analyze', ['verify', '--man=no', unit], { encoding: 'utf8' });
  assert.doesNotMatch(verified.stderr, /works-on-arm-bot\.service:\d+/);
  const judged = spawnSync('systemd-analyze', ['security', '--offline=true', '--threshold=20', unit], {
    encoding: 'utf8',
  });
  assert.equal(judged.status, 0, judged.stdout.split('\n').at(-2));
});
