import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { watchStuckFiles } from '../../scripts/end-stuck-files.ts';

test('a file’s time runs slower while the machine is busy, and what is over time is ended', async () => {
  let slowness = 1_000_000;
  const told: string[] = [];
  const stuck = watchStuckFiles(
    1_000,
    (sentence) => told.push(sentence),
    () => slowness,
  );
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)', 'slow.test.ts']);
  try {
    const ended = once(child, 'exit');
    stuck.begin('slow.test.ts');
    await delay(4_000);
    assert.deepEqual([told, child.exitCode, child.signalCode], [[], null, null]);
    slowness = 1;
    assert.deepEqual(await ended, [null, 'SIGKILL']);
    assert.deepEqual(told, ['slow.test.ts was not over after 1 s: ended 1 process.']);
  } finally {
    stuck.close();
    child.kill('SIGKILL');
  }
});
